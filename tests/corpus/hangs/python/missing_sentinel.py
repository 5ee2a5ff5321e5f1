"""The worker takes tasks until a sentinel comes; the master sends none and joins.

pattern: missing sentinel
expect: DEADLOCK
variants: fork spawn forkserver
"""
import sys
from multiprocessing import Process, Queue, set_start_method


def work(tasks, results):
    for task in iter(tasks.get, None):
        results.put(task * task)


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    tasks, results = Queue(), Queue()
    worker = Process(target=work, args=(tasks, results))
    worker.start()
    for task in range(5):
        tasks.put(task)
    print(sum(results.get() for _ in range(5)))
    worker.join()
