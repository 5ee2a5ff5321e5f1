"""Nobody sets the event.

pattern: event never set
expect: DEADLOCK
variants: fork spawn
"""
import sys
from multiprocessing import Event, Process, set_start_method


def work(start):
    start.wait()


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    start = Event()
    workers = [Process(target=work, args=(start,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    start.set()
