"""A coroutine awaits a future that nobody completes.

pattern: event never set
expect: DEADLOCK
"""
import asyncio


async def main():
    await asyncio.get_running_loop().create_future()


asyncio.run(main())
