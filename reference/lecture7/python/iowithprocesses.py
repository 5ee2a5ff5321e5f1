"""
$ ./procgrade run --python iowithprocesses 4 1
4 waits of 1 s, one after the other: 4.00 s
4 waits of 1 s, in 4 processes: 1.01 s
speedup: 3.97

The potential speedup of an I/O bound application. A task that waits for a disk or for the network, here played by a
sleep, needs no core while it waits: with as many processes as tasks all of them wait at the same time, and the speedup
is the number of processes, on one core too.

Arguments: nprocs (4), seconds (1).
"""

import time
from multiprocessing import Process

from lecture import Arguments, sleep


def task():
    sleep(length)


if __name__ == "__main__":
    arguments = Arguments("nprocs", "seconds")
    nprocs = arguments.number("nprocs", 4, 1, 256)
    length = arguments.number("seconds", 1, 0, 3600)

    start = time.perf_counter()
    for i in range(0, nprocs):
        task()
    sequential = time.perf_counter() - start
    print("%d waits of %d s, one after the other: %.2f s" % (nprocs, length, sequential))

    start = time.perf_counter()
    p = list()
    for i in range(0, nprocs):
        p.append(Process(target=task))
    for i in range(0, nprocs):
        p[i].start()
    for i in range(0, nprocs):
        p[i].join()
    parallel = time.perf_counter() - start
    print("%d waits of %d s, in %d processes: %.2f s" % (nprocs, length, nprocs, parallel))
    print("speedup: %.2f" % (sequential / parallel))
