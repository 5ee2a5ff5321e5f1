"""A server with a name in the file system, two clients that wait for its answer, and the server sleeps.

pattern: network
expect: lives
"""
import os
import socket
import tempfile
import time

path = os.path.join(tempfile.mkdtemp(), "server")
server = socket.socket(socket.AF_UNIX)
server.bind(path)
server.listen()
for _ in range(2):
    if os.fork() == 0:
        client = socket.socket(socket.AF_UNIX)
        client.connect(path)
        client.recv(1)
        os._exit(0)
connections = [server.accept()[0] for _ in range(2)]
time.sleep(2.5)
for connection in connections:
    connection.sendall(b"x")
