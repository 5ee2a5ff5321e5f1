"""Sends signals to the first process of its world, to its parent, and to everybody."""
import os
import signal

for pid in (1, os.getppid(), 0, -1):
    for number in (signal.SIGCONT, signal.SIGTERM, signal.SIGKILL):
        try:
            if pid == 0:
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
                number = signal.SIGTERM
            os.kill(pid, number)
        except OSError:
            pass
