"""Client and server exchange short messages, with pauses.

pattern: network
expect: lives
"""
import os
import socket
import time

server = socket.create_server(("127.0.0.1", 0))
if os.fork() == 0:
    client = socket.create_connection(server.getsockname())
    for _ in range(50):
        client.sendall(b"x")
        client.recv(1)
    os._exit(0)
connection, address = server.accept()
for _ in range(50):
    connection.recv(1)
    time.sleep(0.05)
    connection.sendall(b"y")
