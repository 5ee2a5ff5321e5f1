"""A signal tells of input in a pipe, which a child writes after a while.

pattern: signal
expect: lives
"""
import fcntl
import os
import signal
import time

arrived = []
signal.signal(signal.SIGIO, lambda number, frame: arrived.append(number))
reader, writer = os.pipe()
fcntl.fcntl(reader, fcntl.F_SETOWN, os.getpid())
fcntl.fcntl(reader, fcntl.F_SETFL, fcntl.fcntl(reader, fcntl.F_GETFL) | os.O_ASYNC)
if os.fork() == 0:
    time.sleep(2.5)
    os.write(writer, b"x")
    os._exit(0)
while not arrived:
    signal.pause()
