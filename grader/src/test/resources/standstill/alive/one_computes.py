import time
from multiprocessing import Process, Queue


def work(results):
    end = time.monotonic() + 1
    n = 0
    while time.monotonic() < end:
        n += 1
    results.put(n)


if __name__ == "__main__":
    results = Queue()
    worker = Process(target=work, args=(results,))
    worker.start()
    results.get()
    worker.join()
