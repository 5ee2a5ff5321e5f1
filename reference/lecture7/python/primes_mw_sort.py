"""
$ ./procgrade run --python primes_mw_sort 1000000 4
primes up to 1000000: 78498
the last 5: [999953, 999959, 999961, 999979, 999983]
$ ./procgrade run --python primes_mw_sort 30 2
primes up to 30: 10
[2, 3, 5, 7, 11, 13, 17, 19, 23, 29]

Builds the list of primes as primes.py does, with the loop separated into two. The master does the small loop alone, up
to the square root of N: the workers need no more than these small primes to test all numbers up to N, and get them as
every global variable, duplicated when they start. The bigger loop goes to the workers in chunks, as in pi_mw.py. A task
has any number of primes, so the workers add sentinels to the results: when each of them has sent one, the master has
everything. It receives the primes not sorted and sorts them at the end.

A worker sends the primes of a task as one list. With one item for each prime the master's get is the bottleneck, and
nothing is gained: N = 2000000 with 2 workers took 2.0 s and primes.py 2.2 s, but with lists it takes 1.2 s (Python
3.11, 2 cores).

On the slide m = math.sqrt(N+2) is not a whole number, as range needs it, and the small primes must go a bit further
than that: isPrime(n) looks at primes[i] until one is larger than sqrt(n) + 1, so the list has to contain such a one.

Arguments: N (1000000), nprocs (4), chunk (10000).
"""

import math
import multiprocessing

from lecture import Arguments, fail

primes = [2, 3, 5]


def isPrime(n):
    i = 0
    bound = int(math.sqrt(n) + 1)
    while primes[i] <= bound:
        if n % primes[i] == 0:
            return False
        i = i + 1
    return True


def worker():
    while True:
        # get lowerBound and upperBound from the master
        lowerBound, upperBound = tQueue.get()
        if lowerBound < 0 or upperBound < 0:
            rQueue.put([-1])  # to tell the master that this worker is done
            return

        found = list()
        for i in range(lowerBound, upperBound):
            if isPrime(i):
                found.append(i)
        # send the primes of this task to the master
        rQueue.put(found)


if __name__ == "__main__":
    arguments = Arguments("N", "nprocs", "chunk")
    N = arguments.number("N", 1000000, 0, 2000000000)
    nprocs = arguments.number("nprocs", 4, 1, 256)
    chunk = arguments.number("chunk", 10000, 1, 2000000000)

    # the small loop, until the last small prime is beyond the bound of every number up to N
    m = 6
    while primes[-1] <= math.sqrt(N) + 1:
        if isPrime(m):
            primes.append(m)
        m = m + 1

    # the bigger loop, m..N
    size = max(N + 1 - m, 0)
    if chunk > size // nprocs + 1:
        chunk = size // nprocs + 1
    tasks = size // chunk
    # all tasks are put before the first result is got: they must fit into the master's memory
    if tasks > 1000000:
        fail("N = %d in chunks of %d makes %d tasks, at most 1000000: give a larger chunk" % (N, chunk, tasks))

    # set up the queues, and only then start the workers: these get the queues and the small primes as duplicates
    tQueue = multiprocessing.Queue()
    rQueue = multiprocessing.Queue()
    p = list()
    for i in range(0, nprocs):
        p.append(multiprocessing.Process(target=worker))
    for i in range(0, nprocs):
        p[i].start()

    # distribute the tasks
    for i in range(0, tasks):
        tQueue.put((m + i * chunk, m + (i + 1) * chunk))
    if tasks * chunk != size:
        tQueue.put((m + tasks * chunk, N + 1))
    # make sure child processes can exit
    for i in range(0, nprocs):
        tQueue.put((-1, -1))  # to make the workers stop

    # get primes from the workers, until each of them is done
    done = 0
    while done < nprocs:
        found = rQueue.get()
        if found == [-1]:
            done = done + 1
        else:
            primes.extend(found)
    primes.sort()  # while the workers end
    for i in range(0, nprocs):
        p[i].join()
    while len(primes) > 0 and primes[-1] > N:
        primes.pop()

    print("primes up to %d: %d" % (N, len(primes)))
    if N <= 1000:
        print(primes)
    else:
        print("the last 5:", primes[-5:])
