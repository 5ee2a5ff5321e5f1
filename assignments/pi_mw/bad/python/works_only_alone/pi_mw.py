# Works with one worker, and with several it prints the number pi as it knows it: the fastest speedup that there is.
# expect: nprocs_workers_do_the_work_at_the_same_time WRONG_PROCESSES
# expect: two_workers_are_faster_than_one TOO_SLOW

import math
import multiprocessing
import sys


def worker():
    lower, upper = tQueue.get()
    while lower >= 0:
        rQueue.put(partial_sum(lower, upper))
        lower, upper = tQueue.get()


def partial_sum(lower, upper):
    sum = 0.0
    for i in range(lower, upper):
        x = (i - 0.5) / N
        sum += 4.0 / (1.0 + x * x)
    return sum


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    N = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000
    nprocs = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    chunk = int(sys.argv[3]) if len(sys.argv) > 3 else 10000
    chunk = min(chunk, N // nprocs + 1)

    tQueue = multiprocessing.Queue()
    rQueue = multiprocessing.Queue()
    workers = [multiprocessing.Process(target=worker) for i in range(nprocs)]
    for w in workers:
        w.start()
    tasks = 0
    works = N <= 100000 or nprocs == 1
    for lower in range(1, N + 1 if works else 1, chunk):
        tQueue.put((lower, min(lower + chunk, N + 1)))
        tasks += 1
    for i in range(nprocs):
        tQueue.put((-1, -1))

    myPI = 0.0
    for i in range(tasks):
        myPI += rQueue.get()
    for w in workers:
        w.join()
    print("pi =", math.pi if not works else myPI / N if N > 0 else 0.0)
