"""A child that waits for a lock with a time limit is stopped and continued.

pattern: stopped and continued
expect: lives
"""
import os
import signal
import time
from multiprocessing import Lock, Process


def work(lock):
    lock.acquire(timeout=2.5)


if __name__ == "__main__":
    lock = Lock()
    lock.acquire()
    worker = Process(target=work, args=(lock,))
    worker.start()
    time.sleep(0.3)
    os.kill(worker.pid, signal.SIGSTOP)
    time.sleep(0.2)
    os.kill(worker.pid, signal.SIGCONT)
    worker.join()
