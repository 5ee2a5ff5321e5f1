"""Three workers, one sentinel: the other two wait for theirs, and the master joins all.

pattern: one sentinel for many workers
expect: DEADLOCK
variants: fork spawn
"""
import sys
from multiprocessing import Process, Queue, set_start_method


def work(tasks):
    while tasks.get() is not None:
        pass


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    tasks = Queue()
    workers = [Process(target=work, args=(tasks,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for task in range(20):
        tasks.put(task)
    tasks.put(None)
    for worker in workers:
        worker.join()
