"""Two processes lock two files in opposite order.

pattern: lock order, files
expect: DEADLOCK
"""
import fcntl
import os
import tempfile

folder = tempfile.mkdtemp()
paths = [os.path.join(folder, name) for name in "ab"]
a_reader, a_writer = os.pipe()
b_reader, b_writer = os.pipe()


def work(mine, other, say, hear):
    with open(paths[mine], "w") as first, open(paths[other], "w") as second:
        fcntl.flock(first, fcntl.LOCK_EX)
        os.write(say, b"x")
        os.read(hear, 1)
        fcntl.flock(second, fcntl.LOCK_EX)


child = os.fork()
if child == 0:
    work(0, 1, a_writer, b_reader)
    os._exit(0)
work(1, 0, b_writer, a_reader)
os.waitpid(child, 0)
