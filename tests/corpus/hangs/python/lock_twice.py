"""A worker acquires a lock that it has already.

pattern: lock twice
expect: DEADLOCK
"""
from multiprocessing import Lock, Process


def add(lock, total):
    with lock:
        total[0] += 1
        log(lock, total)


def log(lock, total):
    with lock:
        print(total)


if __name__ == "__main__":
    worker = Process(target=add, args=(Lock(), [0]))
    worker.start()
    worker.join()
