import os
import signal
import time

reader, writer = os.pipe()
child = os.fork()
if child == 0:
    os.kill(os.getpid(), signal.SIGSTOP)
    os.write(writer, b"x")
    os._exit(0)
if os.fork() == 0:
    time.sleep(1)
    os.kill(child, signal.SIGCONT)
    os._exit(0)
os.read(reader, 1)
