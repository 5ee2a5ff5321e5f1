"""
Starts processes that wait in get, each on a queue of its own, as BlockedReaders.java does: prints their pids and lets them end when its standard
input does.

Argument: the number of processes.
"""

import multiprocessing
import sys


def read(items, begun):
    begun.put(1)
    items.get()


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    items = [multiprocessing.Queue() for _ in range(int(sys.argv[1]))]
    begun = multiprocessing.Queue()
    processes = [multiprocessing.Process(target=read, args=(queue, begun)) for queue in items]
    for process in processes:
        process.start()
    for _ in processes:
        begun.get()
    print("ready", *[process.pid for process in processes], flush=True)
    sys.stdin.read()
    for queue in items:
        queue.put(0)
    for process in processes:
        process.join()
