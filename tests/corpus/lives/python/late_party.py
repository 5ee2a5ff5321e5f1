"""The third party of the barrier comes late.

pattern: late
expect: lives
"""
import time
from multiprocessing import Barrier, Process


def work(barrier, seconds):
    time.sleep(seconds)
    barrier.wait()


if __name__ == "__main__":
    barrier = Barrier(3)
    workers = [Process(target=work, args=(barrier, seconds)) for seconds in (0, 0, 2.5)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
