"""Both ends of a socket pair write more than it takes.

pattern: both ends sending
expect: DEADLOCK
"""
import os
import socket

here, there = socket.socketpair()
child = os.fork()
end = there if child == 0 else here
for _ in range(100):
    os.write(end.fileno(), b"x" * 10000)
for _ in range(100):
    os.read(end.fileno(), 10000)
