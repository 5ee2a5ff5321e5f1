"""A coroutine waits for a program that sleeps.

pattern: sleep
expect: lives
"""
import asyncio


async def main():
    child = await asyncio.create_subprocess_exec("sleep", "2.5")
    await child.wait()


asyncio.run(main())
