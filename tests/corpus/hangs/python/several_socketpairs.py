"""Three children, a socket pair for each, made one after the other; everybody reads.

pattern: both ends receiving
expect: DEADLOCK
"""
import os
import socket

pairs = [socket.socketpair() for _ in range(3)]
for here, there in pairs:
    if os.fork() == 0:
        os.read(there.fileno(), 1)
        os._exit(0)
os.read(pairs[1][0].fileno(), 1)
