"""Two processes hand a byte to and fro; at almost every moment one of them waits.

pattern: hand-over
expect: lives
"""
import os
import time

there_reader, there_writer = os.pipe()
back_reader, back_writer = os.pipe()
if os.fork() == 0:
    os.close(there_writer)
    while os.read(there_reader, 1):
        os.write(back_writer, b"x")
    os._exit(0)
end = time.monotonic() + 2.5
while time.monotonic() < end:
    os.write(there_writer, b"x")
    os.read(back_reader, 1)
