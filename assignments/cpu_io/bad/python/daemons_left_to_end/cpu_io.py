# Marks the processes as daemons, waits until all lines are there, and lets the end of main kill the processes, which
# wait for more.
# expect: every_process_ends_with_exit_code_0_and_none_is_left CRASHED
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


# what process p does
def share(p):
    for k in range(p, tasks + 1, nprocs):
        task(k)
    done.release()
    time.sleep(600)  # there may be more tasks


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    kind = sys.argv[1]
    tasks = int(sys.argv[2])
    nprocs = int(sys.argv[3])
    amount = int(sys.argv[4])

    done = multiprocessing.Semaphore(0)
    processes = [multiprocessing.Process(target=share, args=(p,), daemon=True) for p in range(1, nprocs + 1)]
    for process in processes:
        process.start()
    for process in processes:
        done.acquire()
    print("main: all tasks are done")
