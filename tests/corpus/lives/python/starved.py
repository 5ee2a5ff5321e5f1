"""Eight processes compute, and a ninth hands messages to one that is rarely on a core.

pattern: more processes than cores
expect: lives
"""
import os
import time

end = time.monotonic() + 2.5
for _ in range(8):
    if os.fork() == 0:
        while time.monotonic() < end:
            pass
        os._exit(0)
reader, writer = os.pipe()
if os.fork() == 0:
    os.close(writer)
    while os.read(reader, 1):
        pass
    os._exit(0)
os.close(reader)
while time.monotonic() < end:
    os.write(writer, b"x")
    time.sleep(0.01)
os.close(writer)
for _ in range(9):
    os.wait()
