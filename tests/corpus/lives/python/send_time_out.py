"""The socket has a time limit for sending in the kernel, and is written to by os.write.

pattern: socket with a time limit
expect: lives
"""
import os
import socket
import struct

here, there = socket.socketpair()
here.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", 2, 0))
try:
    while True:
        os.write(here.fileno(), b"x" * 10000)
except BlockingIOError:
    print("too late")
