"""Waits by epoll for a pipe and a timer.

pattern: timer
expect: lives
"""
import ctypes
import os
import select
import struct

libc = ctypes.CDLL(None)
timer = libc.timerfd_create(1, 0)
libc.timerfd_settime(timer, 0, struct.pack("4q", 0, 0, 2, 500_000_000), None)
reader, writer = os.pipe()
with select.epoll() as epoll:
    epoll.register(reader, select.EPOLLIN)
    epoll.register(timer, select.EPOLLIN)
    print(epoll.poll())
