import os
import signal
import time

signal.signal(signal.SIGCHLD, lambda signum, frame: None)
if os.fork() == 0:
    time.sleep(1)
    os._exit(0)
signal.pause()
