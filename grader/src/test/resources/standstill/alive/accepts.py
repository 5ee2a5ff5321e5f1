import socket
import threading
import time

server = socket.create_server(("127.0.0.1", 0))


def connect():
    time.sleep(1)
    socket.create_connection(server.getsockname())


threading.Thread(target=connect).start()
server.accept()
