"""Starts thirty short processes, one after the other, and again.

pattern: many short processes
expect: lives
"""
import os
import time

end = time.monotonic() + 2.5
while time.monotonic() < end:
    for _ in range(30):
        if os.fork() == 0:
            os._exit(0)
        os.wait()
