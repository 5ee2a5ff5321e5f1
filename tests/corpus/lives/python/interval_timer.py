"""A timer with a handler writes into the pipe that the program reads.

pattern: timer
expect: lives
"""
import os
import signal

reader, writer = os.pipe()
signal.signal(signal.SIGALRM, lambda number, frame: os.write(writer, b"x"))
signal.setitimer(signal.ITIMER_REAL, 2.5)
print(os.read(reader, 1))
