"""The worker puts a result each 0.4 seconds; the master gets them.

pattern: slow pipe
expect: lives
variants: fork spawn
"""
import sys
import time
from multiprocessing import Process, Queue, set_start_method


def work(results):
    for number in range(7):
        time.sleep(0.4)
        results.put(number)


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    results = Queue()
    Process(target=work, args=(results,)).start()
    print(sum(results.get() for _ in range(7)))
