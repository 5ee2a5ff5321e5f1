"""The master joins the worker while it has the lock that the worker needs.

pattern: join with a lock
expect: DEADLOCK
variants: fork spawn
"""
import sys
from multiprocessing import Lock, Process, Value, set_start_method


def work(lock, total):
    with lock:
        total.value += 1


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    lock, total = Lock(), Value("i", 0)
    worker = Process(target=work, args=(lock, total))
    with lock:
        worker.start()
        worker.join()
    print(total.value)
