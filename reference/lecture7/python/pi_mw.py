"""
$ ./procgrade run --python pi_mw 1000000 4
pi = 3.1415926535898775
$ ./procgrade run --python pi_mw 1 4
pi = 3.2

Computes pi as pi.py does, with the master-worker pattern. The master sets up two message queues, starts the workers,
chops the range 1..N into chunks and puts them into tQueue; whichever worker comes first takes the next one, adds up its
terms and puts the partial sum into rQueue. One sentinel (-1, -1) for each worker tells it that there is no more work.
With one queue for both directions the master could get its own tasks, and a worker a partial sum.

Floating-point addition depends on the order: the partial sums arrive in another order in each run, and the result
differs from pi.py's, and from run to run, in the last digits (by less than 1e-9).

On the slide the tasks are (i*chunk, (i+1)*chunk), from 0 on, but the sum runs from 1 to N: here each bound is one more.
And the slide adds up partisalSum, but sets partialSum to 0.

Arguments: N (1000000), nprocs (4), chunk (10000).
"""

import multiprocessing

from lecture import Arguments, fail


def worker():
    while True:
        # get lowerBound and upperBound from the master
        lowerBound, upperBound = tQueue.get()
        if lowerBound < 0 or upperBound < 0:
            return

        partialSum = 0.0
        for i in range(lowerBound, upperBound):
            x = (float(i) - 0.5) / float(N)
            partialSum = partialSum + 4.0 / (1.0 + x * x)
        # send partialSum to the master
        rQueue.put(partialSum)


if __name__ == "__main__":
    arguments = Arguments("N", "nprocs", "chunk")
    N = arguments.number("N", 1000000, 0, 10**15)
    nprocs = arguments.number("nprocs", 4, 1, 256)
    chunk = arguments.number("chunk", 10000, 1, 10**15)  # this is an important parameter for performance
    if chunk > N // nprocs + 1:
        chunk = N // nprocs + 1
    tasks = N // chunk
    # all tasks are put before the first result is got: they must fit into the master's memory
    if tasks > 1000000:
        fail("N = %d in chunks of %d makes %d tasks, at most 1000000: give a larger chunk" % (N, chunk, tasks))

    # set up the queues: this must happen before the workers start, because it is then that the global variables
    # are duplicated; a worker would never see a queue created later
    tQueue = multiprocessing.Queue()
    rQueue = multiprocessing.Queue()

    # set up and start the workers
    p = list()
    for i in range(0, nprocs):
        p.append(multiprocessing.Process(target=worker))
    for i in range(0, nprocs):
        p[i].start()

    # distribute the tasks
    for i in range(0, tasks):
        tQueue.put((i * chunk + 1, (i + 1) * chunk + 1))
    if tasks * chunk != N:
        tQueue.put((tasks * chunk + 1, N + 1))
        tasks = tasks + 1

    # make sure child processes can exit
    for i in range(0, nprocs):
        tQueue.put((-1, -1))  # to make the workers stop

    myPI = 0.0
    # get partial sums from workers
    for i in range(0, tasks):
        partialSum = rQueue.get()
        myPI += partialSum
    if N > 0:
        myPI = myPI / float(N)

    for i in range(0, nprocs):
        p[i].join()
    print("pi =", myPI)
