"""The semaphore starts at zero, and the only one who would release it waits for it.

pattern: semaphore
expect: DEADLOCK
variants: fork spawn
"""
import sys
from multiprocessing import Process, Semaphore, set_start_method


def work(ready):
    ready.acquire()
    ready.release()


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    ready = Semaphore(0)
    worker = Process(target=work, args=(ready,))
    worker.start()
    worker.join()
