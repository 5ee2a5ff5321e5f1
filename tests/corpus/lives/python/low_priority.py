"""The child that everybody waits for has the lowest priority.

pattern: computes while all else waits
expect: lives
"""
import os
import time

reader, writer = os.pipe()
if os.fork() == 0:
    os.nice(19)
    end = time.monotonic() + 2.5
    while time.monotonic() < end:
        pass
    os.write(writer, b"x")
    os._exit(0)
os.read(reader, 1)
