"""The named pipe is opened for writing after a while.

pattern: late
expect: lives
"""
import os
import tempfile
import time

path = os.path.join(tempfile.mkdtemp(), "pipe")
os.mkfifo(path)
if os.fork() == 0:
    time.sleep(2.5)
    with open(path, "w") as pipe:
        pipe.write("hello")
    os._exit(0)
with open(path) as pipe:
    print(pipe.read())
