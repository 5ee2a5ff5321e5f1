"""Tasks that compute or wait, shared by several processes."""

import multiprocessing
import sys
import time


def task(k):
    pass  # TODO: compute or wait, as kind says, and print the line of task k


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    kind = sys.argv[1]
    tasks = int(sys.argv[2])
    nprocs = int(sys.argv[3])
    amount = int(sys.argv[4])

    # TODO: let nprocs processes share the tasks, and wait for all of them
    print("main: all tasks are done")
