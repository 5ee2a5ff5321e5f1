# One or two processes compute in turns, holding a lock, so that two are no faster than one. But a single one sleeps
# for a while before each task, so that they seem to be.
# expect: two_processes_are_faster_than_one TOO_SLOW

"""Tasks that compute or wait, shared by several processes."""

import multiprocessing
import sys
import time


def task(k):
    if kind == "cpu" and nprocs <= 2:
        time.sleep(1 if nprocs == 1 and amount > 1000000 else 0)
        with lock:
            print("task %d: %d" % (k, compute(k)))
    elif kind == "cpu":
        print("task %d: %d" % (k, compute(k)))
    else:
        time.sleep(amount / 1000)
        print("task %d: waited %d ms" % (k, amount))


def compute(k):
    x = k
    for i in range(amount):
        x = x * 48271 % 2147483647
    return x


# what process p does
def share(p):
    for k in range(p, tasks + 1, nprocs):
        task(k)


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    kind = sys.argv[1]
    tasks = int(sys.argv[2])
    nprocs = int(sys.argv[3])
    amount = int(sys.argv[4])

    lock = multiprocessing.Lock()
    processes = [multiprocessing.Process(target=share, args=(p,)) for p in range(1, nprocs + 1)]
    for process in processes:
        process.start()
    # in a loop of its own: only when all are at work is it time to wait
    for process in processes:
        process.join()
    print("main: all tasks are done")
