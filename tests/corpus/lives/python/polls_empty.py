"""The master asks again and again whether the queue is empty; the worker takes its time.

pattern: polling
expect: lives
"""
import time
from multiprocessing import Process, Queue


def work(results):
    time.sleep(2.5)
    results.put(1)


if __name__ == "__main__":
    results = Queue()
    Process(target=work, args=(results,)).start()
    while results.empty():
        time.sleep(0.15)
    print(results.get())
