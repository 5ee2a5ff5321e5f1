"""Waits in C code for a shell that reads what nobody writes; no handler in Python can run."""
import os

reading, writing = os.pipe()
os.set_inheritable(reading, True)


def wait_for_cat():
    os.system("cat <&%d; true" % reading)


child = os.fork()
if child == 0:
    wait_for_cat()
    os._exit(0)
os.waitpid(child, 0)
