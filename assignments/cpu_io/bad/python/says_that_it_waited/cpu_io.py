# Prints that a task has waited, but does not wait.
# expect: eight_processes_wait_hardly_longer_than_one WRONG_PROCESSES

"""Tasks that compute or wait, shared by several processes."""

import multiprocessing
import sys


def task(k):
    if kind == "cpu":
        print("task %d: %d" % (k, compute(k)))
    else:
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

    processes = [multiprocessing.Process(target=share, args=(p,)) for p in range(1, nprocs + 1)]
    for process in processes:
        process.start()
    # in a loop of its own: only when all are at work is it time to wait
    for process in processes:
        process.join()
    print("main: all tasks are done")
