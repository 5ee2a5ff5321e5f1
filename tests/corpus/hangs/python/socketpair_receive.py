"""Both ends of a socket pair read first.

pattern: both ends receiving
expect: DEADLOCK
"""
import os
import socket

here, there = socket.socketpair()
child = os.fork()
if child == 0:
    here.close()
    os.write(there.fileno(), os.read(there.fileno(), 1))
    os._exit(0)
there.close()
print(os.read(here.fileno(), 1))
