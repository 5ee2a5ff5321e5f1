"""The primes up to N, found by worker processes."""

import multiprocessing
import sys

primes = [2, 3, 5]


def worker():
    pass  # TODO: get bounds from tQueue and put what was found into rQueue, until the sentinel comes


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    N = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000
    nprocs = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    chunk = int(sys.argv[3]) if len(sys.argv) > 3 else 10000

    # TODO: find the small primes
    # TODO: make the queues, start the workers, put the tasks and the sentinels
    # TODO: get the primes until each worker is done, wait for the workers, sort
    print("primes up to %d: %d" % (N, len(primes)))
    # TODO: for N up to 1000 the list, else the last 5
    print(primes)
