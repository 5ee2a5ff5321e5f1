"""A child stops itself; another one lets it go on.

pattern: stopped and continued
expect: lives
"""
import os
import signal
import time

reader, writer = os.pipe()
stopped = os.fork()
if stopped == 0:
    os.kill(os.getpid(), signal.SIGSTOP)
    os.write(writer, b"x")
    os._exit(0)
if os.fork() == 0:
    time.sleep(2.5)
    os.kill(stopped, signal.SIGCONT)
    os._exit(0)
print(os.read(reader, 1))
