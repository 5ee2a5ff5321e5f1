"""
$ ./procgrade run --python cpuwithprocesses 2 10000000
2 computations of 10000000 steps, one after the other: 1.86 s
2 computations of 10000000 steps, in 2 processes: 0.96 s
speedup: 1.94

The potential speedup of a CPU bound application. Each process is a python interpreter of its own, so that the processes
truly take advantage of multiple cores; threads would take turns in one interpreter. The speedup is at most the number
of cores: 8 processes on 2 cores are not faster than 2.

Arguments: nprocs (4), steps (50000000).
"""

import time
from multiprocessing import Process

from lecture import Arguments


def task():
    # a random number generator: each step needs the result of the one before
    x = 1
    for i in range(0, steps):
        x = x * 48271 % 2147483647
    return x


if __name__ == "__main__":
    arguments = Arguments("nprocs", "steps")
    nprocs = arguments.number("nprocs", 4, 1, 256)
    steps = arguments.number("steps", 50000000, 0, 10**15)

    start = time.perf_counter()
    for i in range(0, nprocs):
        task()
    sequential = time.perf_counter() - start
    print("%d computations of %d steps, one after the other: %.2f s" % (nprocs, steps, sequential))

    start = time.perf_counter()
    p = list()
    for i in range(0, nprocs):
        p.append(Process(target=task))
    for i in range(0, nprocs):
        p[i].start()
    for i in range(0, nprocs):
        p[i].join()
    parallel = time.perf_counter() - start
    print("%d computations of %d steps, in %d processes: %.2f s" % (nprocs, steps, nprocs, parallel))
    print("speedup: %.2f" % (sequential / parallel))
