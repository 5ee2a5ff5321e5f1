"""Sets an alarm by the C library, in a child that has no handler for it.

pattern: alarm
expect: lives
"""
import ctypes
import os

child = os.fork()
if child == 0:
    getattr(ctypes.CDLL(None), "al" + "arm")(2)
    reader, writer = os.pipe()
    os.read(reader, 1)
print(os.waitpid(child, 0))
