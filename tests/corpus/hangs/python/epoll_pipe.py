"""Waits for a pipe by epoll; its only writer waits for a child that waits for a pipe.

pattern: waits for one of several
expect: DEADLOCK
"""
import os
import select

reader, writer = os.pipe()
if os.fork() == 0:
    inner_reader, inner_writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.read(inner_reader, 1)
        os._exit(0)
    os.waitpid(child, 0)
    os._exit(0)
os.close(writer)
with select.epoll() as epoll:
    epoll.register(reader, select.EPOLLIN)
    epoll.poll()
