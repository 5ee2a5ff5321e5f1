"""The worker does a little each 130 milliseconds, the master gets it.

pattern: hand-over
expect: lives
"""
import time
from multiprocessing import Process, Queue


def work(results):
    for number in range(20):
        time.sleep(0.13)
        results.put(number)


if __name__ == "__main__":
    results = Queue()
    Process(target=work, args=(results,)).start()
    for _ in range(20):
        results.get()
