"""The parent waits for any child; both children wait for a token that is in nobody's hands.

pattern: get on an empty queue
expect: DEADLOCK
"""
import os

reader, writer = os.pipe()
for _ in range(2):
    if os.fork() == 0:
        token = os.read(reader, 1)
        os.write(writer, token)
        os._exit(0)
os.wait()
