"""Waits by epoll with a time limit.

pattern: polling
expect: lives
"""
import os
import select

reader, writer = os.pipe()
with select.epoll() as epoll:
    epoll.register(reader, select.EPOLLIN)
    epoll.poll(2.5)
