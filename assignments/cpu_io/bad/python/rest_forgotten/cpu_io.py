# Gives each process tasks // nprocs tasks: what is left over is done by nobody.
# expect: is_right_at_the_edges WRONG_OUTPUT
# expect: the_processes_do_the_work_and_main_does_not WRONG_OUTPUT
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
    for i in range(tasks // nprocs):
        task(p + i * nprocs)


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
