"""One worker computes, three wait for its result, and the master for all.

pattern: computes while all else waits
expect: lives
variants: fork spawn
"""
import sys
import time
from multiprocessing import Event, Process, set_start_method


def compute(done):
    end = time.monotonic() + 2.5
    while time.monotonic() < end:
        sum(range(1000))
    done.set()


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    done = Event()
    workers = [Process(target=done.wait) for _ in range(3)] + [Process(target=compute, args=(done,))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
