"""Collects garbage with many objects alive; another process waits for it.

pattern: garbage collection
expect: lives
"""
import gc
import os
import time

reader, writer = os.pipe()
if os.fork() == 0:
    objects = [[number] for number in range(500_000)]
    end = time.monotonic() + 2
    while time.monotonic() < end:
        gc.collect()
    os.write(writer, b"x")
    os._exit(0)
os.read(reader, 1)
