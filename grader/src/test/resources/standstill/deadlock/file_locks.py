"""Two files locked in different orders."""
import fcntl
import os
import tempfile

folder = tempfile.mkdtemp()
reader, writer = os.pipe()
back_reader, back_writer = os.pipe()


def take(name):
    file = open(os.path.join(folder, name), "w")
    fcntl.flock(file, fcntl.LOCK_EX)
    return file


child = os.fork()
mine = take("a" if child else "b")
os.write(writer if child else back_writer, b"x")
os.read(back_reader if child else reader, 1)
other = take("b" if child else "a")
