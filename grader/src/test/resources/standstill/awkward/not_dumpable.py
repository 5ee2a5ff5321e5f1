"""The child hides itself by prctl; it and its parent wait for each other."""
import ctypes
import os

PR_SET_DUMPABLE = 4
reading, writing = os.pipe()
child = os.fork()
if child == 0:
    ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0)
    os.read(reading, 1)
os.waitpid(child, 0)
