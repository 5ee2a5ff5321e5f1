# Does not compute step by step: a power of the factor gives the same number at once.
# expect: nprocs_processes_work_at_the_same_time WRONG_PROCESSES
# expect: the_processes_do_the_work_and_main_does_not WRONG_PROCESSES
# expect: two_processes_are_faster_than_one TOO_SLOW

"""Tasks that compute or wait, shared by several processes."""

import multiprocessing
import sys
import time


def task(k):
    if kind == "cpu":
        print("task %d: %d" % (k, compute(k)))
    else:
        time.sleep(amount / 1000)
        print("task %d: waited %d ms" % (k, amount))


def compute(k):
    return k * pow(48271, amount, 2147483647) % 2147483647


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
