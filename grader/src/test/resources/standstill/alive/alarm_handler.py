import os
import signal
import sys


def ring(signum, frame):
    sys.exit(0)


signal.signal(signal.SIGALRM, ring)
signal.alarm(1)
reader, writer = os.pipe()
os.read(reader, 1)
