"""Four workers want the lock, and each sleeps with it.

pattern: late
expect: lives
"""
import time
from multiprocessing import Lock, Process


def work(lock):
    with lock:
        time.sleep(0.6)


if __name__ == "__main__":
    lock = Lock()
    workers = [Process(target=work, args=(lock,)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
