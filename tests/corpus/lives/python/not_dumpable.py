"""The child hides itself from other users, by prctl, and sleeps.

pattern: hides itself
expect: lives
"""
import ctypes
import os
import time

PR_SET_DUMPABLE = 4
child = os.fork()
if child == 0:
    ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0)
    time.sleep(2.5)
    os._exit(0)
os.waitpid(child, 0)
