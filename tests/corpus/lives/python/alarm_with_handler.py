"""An alarm with a handler ends a read that nobody would answer.

pattern: alarm
expect: lives
"""
import os
import signal


class TooLate(Exception):
    pass


def too_late(number, frame):
    raise TooLate


signal.signal(signal.SIGALRM, too_late)
signal.alarm(3)
reader, writer = os.pipe()
try:
    os.read(reader, 1)
except TooLate:
    print("too late")
