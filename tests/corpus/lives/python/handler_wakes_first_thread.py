"""The first thread waits for a lock; a signal's handler releases it.

pattern: signal
expect: lives
"""
import os
import signal
import threading
import time

turn = threading.Semaphore(0)
signal.signal(signal.SIGUSR1, lambda number, frame: turn.release())
parent = os.getpid()
if os.fork() == 0:
    time.sleep(2.5)
    os.kill(parent, signal.SIGUSR1)
    os._exit(0)
turn.acquire()
