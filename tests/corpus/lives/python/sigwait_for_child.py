"""Waits for a signal of a child that sleeps first.

pattern: signal
expect: lives
"""
import os
import signal
import time

signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
parent = os.getpid()
if os.fork() == 0:
    time.sleep(2.5)
    os.kill(parent, signal.SIGUSR1)
    os._exit(0)
print(signal.sigwait({signal.SIGUSR1}))
