"""One thread waits for the timer's signal, the first one for that thread.

pattern: timer
expect: lives
"""
import signal
import threading

signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
thread = threading.Thread(target=signal.sigwait, args=({signal.SIGALRM, signal.SIGUSR1},))
thread.start()
signal.setitimer(signal.ITIMER_REAL, 2.5)
thread.join()
