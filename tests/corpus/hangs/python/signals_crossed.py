"""Two processes wait for a signal of each other.

pattern: waits for a signal
expect: DEADLOCK
"""
import os
import signal

signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
parent = os.getpid()
child = os.fork()
signal.sigwait({signal.SIGUSR1})
os.kill(parent if child == 0 else child, signal.SIGUSR1)
