"""Pi, computed by worker processes."""

import multiprocessing
import sys


def worker():
    pass  # TODO: get bounds from tQueue and put partial sums into rQueue, until the sentinel comes


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    N = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000
    nprocs = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    chunk = int(sys.argv[3]) if len(sys.argv) > 3 else 10000

    myPI = 0.0
    # TODO: lower the chunk if it is too large; make the queues and start the workers
    # TODO: put the tasks and the sentinels
    # TODO: get the partial sums, wait for the workers
    print("pi =", myPI)
