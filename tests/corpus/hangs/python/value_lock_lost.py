"""A worker is killed while it has the lock of a shared value.

pattern: lock never released
expect: DEADLOCK
"""
import os
import signal
from multiprocessing import Process, Value


def work(total):
    with total.get_lock():
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    total = Value("i", 0)
    worker = Process(target=work, args=(total,))
    worker.start()
    worker.join()
    with total.get_lock():
        print(total.value)
