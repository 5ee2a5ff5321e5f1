"""The signal of the alarm is ignored, so it wakes nobody.

pattern: get on an empty queue
expect: DEADLOCK
"""
import os
import signal

signal.signal(signal.SIGALRM, signal.SIG_IGN)
signal.alarm(1)
reader, writer = os.pipe()
os.read(reader, 1)
