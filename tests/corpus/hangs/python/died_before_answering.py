"""A worker ends by an error before it has answered; the master waits for its result.

pattern: worker died before answering
expect: DEADLOCK
variants: fork spawn
"""
import sys
from multiprocessing import Process, Queue, set_start_method


def work(tasks, results):
    for task in iter(tasks.get, None):
        results.put(100 // task)


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    tasks, results = Queue(), Queue()
    worker = Process(target=work, args=(tasks, results))
    worker.start()
    for task in (5, 0, 4):
        tasks.put(task)
    tasks.put(None)
    print([results.get() for _ in range(3)])
