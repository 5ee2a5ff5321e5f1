# Finds the small primes when the workers have already started: these have an empty list and take every number for a
# prime.
# expect: prints_the_primes WRONG_OUTPUT
# expect: has_the_right_primes_at_the_edges SKIPPED
# expect: nprocs_workers_do_the_work_at_the_same_time SKIPPED
# expect: ends_when_the_results_are_more_than_the_buffer_holds SKIPPED
# expect: does_not_rely_on_luck SKIPPED
# expect: who_has_nothing_to_do_waits SKIPPED
# expect: every_process_ends_with_exit_code_0_and_none_is_left SKIPPED
# expect: two_workers_are_faster_than_one SKIPPED

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
        rQueue.put(primes(lower, upper))
        lower, upper = tQueue.get()
    rQueue.put(None)


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    N = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000
    nprocs = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    chunk = int(sys.argv[3]) if len(sys.argv) > 3 else 10000
    root = max(math.isqrt(N), 1)
    small = []  # the primes up to the root of N
    chunk = min(chunk, max(N - root, 0) // nprocs + 1)

    tQueue = multiprocessing.Queue()
    rQueue = multiprocessing.Queue()
    workers = [multiprocessing.Process(target=worker) for i in range(nprocs)]
    for w in workers:
        w.start()
    for n in range(2, root + 1):
        if is_prime(n):
            small.append(n)
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
