# A worker takes it for the end when no task has come for 30 ms, and the master puts only as many as can be worked
# on: if the master is held up for that long, all workers leave, and nobody takes the rest of the tasks.
# expect: does_not_rely_on_luck DEADLOCK

import math
import multiprocessing
import queue
import sys


def is_prime(n):
    for prime in small:
        if prime * prime > n:
            return True
        if n % prime == 0:
            return False
    return True


def primes(lower, upper):
    return [n for n in range(lower, upper) if is_prime(n)]


def worker():
    patience = 1  # until the master has begun
    try:
        while True:
            lower, upper = tQueue.get(timeout=patience)
            rQueue.put(primes(lower, upper))
            patience = 0.03
    except queue.Empty:
        rQueue.put(None)


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    N = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000
    nprocs = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    chunk = int(sys.argv[3]) if len(sys.argv) > 3 else 10000
    root = max(math.isqrt(N), 1)
    small = []  # the primes up to the root of N
    for n in range(2, root + 1):
        if is_prime(n):
            small.append(n)
    chunk = min(chunk, max(N - root, 0) // nprocs + 1)

    tQueue = multiprocessing.Queue(2 * nprocs)
    rQueue = multiprocessing.Queue()
    workers = [multiprocessing.Process(target=worker) for i in range(nprocs)]
    for w in workers:
        w.start()
    for lower in range(root + 1, N + 1, chunk):
        tQueue.put((lower, min(lower + chunk, N + 1)))

    found = list(small)
    done = 0
    while done < nprocs:
        result = rQueue.get()
        if result is None:
            done += 1
        else:
            found.extend(result)
    for w in workers:
        w.join()
    found.sort()
    print("primes up to %d: %d" % (N, len(found)))
    print(found if N <= 1000 else "the last 5: %s" % found[-5:])
