"""A server accepts; the client sleeps before it connects.

pattern: network
expect: lives
"""
import os
import socket
import time

server = socket.create_server(("127.0.0.1", 0))
if os.fork() == 0:
    time.sleep(2.5)
    socket.create_connection(server.getsockname()).sendall(b"hello")
    os._exit(0)
connection, address = server.accept()
print(connection.recv(5))
