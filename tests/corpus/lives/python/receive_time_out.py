"""The socket has a time limit in the kernel.

pattern: socket with a time limit
expect: lives
"""
import socket
import struct

here, there = socket.socketpair()
here.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", 2, 500_000))
try:
    here.recv(1)
except BlockingIOError:
    print("too late")
