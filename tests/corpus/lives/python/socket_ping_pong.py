"""Two processes hand a byte to and fro through a socket pair.

pattern: hand-over
expect: lives
"""
import os
import socket
import time

here, there = socket.socketpair()
if os.fork() == 0:
    here.close()
    while there.recv(1):
        there.send(b"x")
    os._exit(0)
there.close()
end = time.monotonic() + 2.5
while time.monotonic() < end:
    here.send(b"x")
    here.recv(1)
