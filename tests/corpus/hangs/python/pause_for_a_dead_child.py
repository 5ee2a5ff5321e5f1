"""Waits for the signal of a child that has ended without sending it.

pattern: worker died before answering
expect: DEADLOCK
"""
import os
import signal

signal.signal(signal.SIGUSR1, lambda number, frame: print("here"))
child = os.fork()
if child == 0:
    os._exit(1)
os.waitpid(child, 0)
signal.pause()
