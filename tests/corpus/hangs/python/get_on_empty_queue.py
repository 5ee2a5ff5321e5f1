"""The master gets one result more than the workers put.

pattern: get on an empty queue
expect: DEADLOCK
variants: fork spawn
"""
import sys
from multiprocessing import Process, Queue, set_start_method


def work(results, number):
    results.put(number)


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    results = Queue()
    workers = [Process(target=work, args=(results, n)) for n in range(3)]
    for worker in workers:
        worker.start()
    print(sum(results.get() for _ in range(4)))
