"""Pauses until the child's end is signalled.

pattern: signal
expect: lives
"""
import os
import signal
import time

ended = []
signal.signal(signal.SIGCHLD, lambda number, frame: ended.append(number))
if os.fork() == 0:
    time.sleep(2.5)
    os._exit(0)
while not ended:
    signal.pause()
