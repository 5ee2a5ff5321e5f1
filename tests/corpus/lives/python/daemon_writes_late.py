"""A grandchild in a session of its own holds the pipe; its parent has long ended.

pattern: grandchild without a parent
expect: lives
"""
import os
import time

reader, writer = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(2.5)
        os.write(writer, b"x")
    os._exit(0)
os.wait()
os.close(writer)
print(os.read(reader, 1))
