"""Two named pipes are open; both sides read first.

pattern: both ends receiving
expect: DEADLOCK
"""
import os
import tempfile

folder = tempfile.mkdtemp()
ends = []
for name in ("there", "back"):
    path = os.path.join(folder, name)
    os.mkfifo(path)
    ends.append(os.open(path, os.O_RDWR))
child = os.fork()
if child == 0:
    os.read(ends[0], 1)
    os.write(ends[1], b"x")
    os._exit(0)
os.read(ends[1], 1)
os.write(ends[0], b"x")
