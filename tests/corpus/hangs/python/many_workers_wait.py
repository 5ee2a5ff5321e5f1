"""Twelve workers wait in get for the one sentinel that another one has taken.

pattern: one sentinel for many workers
expect: DEADLOCK
"""
from multiprocessing import Process, SimpleQueue


def work(tasks):
    for task in iter(tasks.get, None):
        pass


if __name__ == "__main__":
    tasks = SimpleQueue()
    workers = [Process(target=work, args=(tasks,)) for _ in range(12)]
    for worker in workers:
        worker.start()
    tasks.put(None)
    for worker in workers:
        worker.join()
