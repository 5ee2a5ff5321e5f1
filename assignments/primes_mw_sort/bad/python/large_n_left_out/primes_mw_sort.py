# Workers that are to compute for long give up at once, and the primes are missing.
# expect: nprocs_workers_do_the_work_at_the_same_time WRONG_OUTPUT
# expect: does_not_rely_on_luck WRONG_OUTPUT
# expect: who_has_nothing_to_do_waits WRONG_OUTPUT
# expect: two_workers_are_faster_than_one WRONG_OUTPUT

import math
import multiprocessing
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
    lower, upper = tQueue.get()
    while lower >= 0:
        rQueue.put([] if N > 1000000 else primes(lower, upper))
        lower, upper = tQueue.get()
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

    tQueue = multiprocessing.Queue()
    rQueue = multiprocessing.Queue()
    workers = [multiprocessing.Process(target=worker) for i in range(nprocs)]
    for w in workers:
        w.start()
    for lower in range(root + 1, N + 1, chunk):
        tQueue.put((lower, min(lower + chunk, N + 1)))
    for i in range(nprocs):
        tQueue.put((-1, -1))

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
