"""The child has the lock of a file and waits for a word of the parent, which waits for the lock.

pattern: lock never released, files
expect: DEADLOCK
"""
import fcntl
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "counter")
reader, writer = os.pipe()
ready, tell = os.pipe()
child = os.fork()
if child == 0:
    with open(path, "w") as file:
        fcntl.lockf(file, fcntl.LOCK_EX)
        os.write(tell, b"x")
        os.read(reader, 1)
    os._exit(0)
os.read(ready, 1)
with open(path, "r+") as file:
    fcntl.lockf(file, fcntl.LOCK_EX)
    os.write(writer, b"x")
os.waitpid(child, 0)
