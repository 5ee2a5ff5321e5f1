"""Each process starts the next one and ends at once; the parent reads what the last one writes.

pattern: many short processes
expect: lives
"""
import os
import time

reader, writer = os.pipe()
if os.fork() == 0:
    for _ in range(25):
        time.sleep(0.1)
        if os.fork() != 0:
            os._exit(0)
    os.write(writer, b"x")
    os._exit(0)
os.wait()
print(os.read(reader, 1))
