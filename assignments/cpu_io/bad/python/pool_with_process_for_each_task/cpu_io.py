# Uses a Pool that starts a new process for each task: as many processes as tasks, though never more than nprocs at a
# time.
# expect: nprocs_processes_work_at_the_same_time WRONG_PROCESSES
# allow: the_processes_do_the_work_and_main_does_not WRONG_PROCESSES
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
    x = k
    for i in range(amount):
        x = x * 48271 % 2147483647
    return x


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    kind = sys.argv[1]
    tasks = int(sys.argv[2])
    nprocs = int(sys.argv[3])
    amount = int(sys.argv[4])

    pool = multiprocessing.Pool(nprocs, maxtasksperchild=1)
    pool.map(task, range(1, tasks + 1), chunksize=1)
    pool.close()
    pool.join()
    print("main: all tasks are done")
