"""A sleeping child is stopped and continued, and sleeps on.

pattern: stopped and continued
expect: lives
"""
import os
import signal
import time

child = os.fork()
if child == 0:
    time.sleep(2.5)
    os._exit(0)
time.sleep(0.3)
os.kill(child, signal.SIGSTOP)
time.sleep(0.3)
os.kill(child, signal.SIGCONT)
os.waitpid(child, 0)
