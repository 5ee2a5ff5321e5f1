"""A worker sleeps, and puts into the queue of a manager.

pattern: sleep
expect: lives
"""
import time
from multiprocessing import Manager, Process


def work(results):
    time.sleep(2.5)
    results.put(1)


if __name__ == "__main__":
    with Manager() as manager:
        results = manager.Queue()
        worker = Process(target=work, args=(results,))
        worker.start()
        print(results.get())
        worker.join()
