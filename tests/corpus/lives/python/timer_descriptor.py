"""Reads a timerfd, made by the C library.

pattern: timer
expect: lives
"""
import ctypes
import os
import struct

libc = ctypes.CDLL(None)
timer = libc.timerfd_create(1, 0)
libc.timerfd_settime(timer, 0, struct.pack("4q", 0, 0, 2, 500_000_000), None)
print(os.read(timer, 8))
