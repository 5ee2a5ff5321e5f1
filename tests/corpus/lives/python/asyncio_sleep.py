"""A coroutine sleeps.

pattern: sleep
expect: lives
"""
import asyncio

asyncio.run(asyncio.sleep(2.5))
