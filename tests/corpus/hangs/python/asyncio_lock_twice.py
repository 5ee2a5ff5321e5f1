"""A coroutine acquires an asyncio lock that it has.

pattern: lock twice
expect: DEADLOCK
"""
import asyncio


async def main():
    lock = asyncio.Lock()
    async with lock:
        async with lock:
            print("never")


asyncio.run(main())
