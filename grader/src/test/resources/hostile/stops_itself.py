"""Stops itself and a child."""
import os
import signal
import time

os.fork()
os.kill(os.getpid(), signal.SIGSTOP)
time.sleep(60)
