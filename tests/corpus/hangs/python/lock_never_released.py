"""A worker returns early, with the lock; the next one waits for it.

pattern: lock never released
expect: DEADLOCK
variants: fork forkserver
"""
import sys
from multiprocessing import Lock, Process, set_start_method


def work(lock, number):
    lock.acquire()
    if number == 0:
        return
    lock.release()


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    lock = Lock()
    for number in range(2):
        worker = Process(target=work, args=(lock, number))
        worker.start()
        worker.join()
