"""Blocks the signal of the timer and waits for it: there is no handler.

pattern: timer
expect: lives
"""
import signal

signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
signal.setitimer(signal.ITIMER_REAL, 1.2, 1.2)
for _ in range(2):
    print(signal.sigwait({signal.SIGALRM}))
