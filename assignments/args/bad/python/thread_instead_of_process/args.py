# Runs the function in a thread: there is only one process.
# expect: runs_the_task_in_a_child_process WRONG_PROCESSES
"""A process whose function has two parameters."""

import multiprocessing
import sys
import threading


def task(arg1, arg2):
    print("arg1=", arg1)
    print("arg2=", arg2)
    print("arg2 + 1 =", arg2 + 1)


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    text = sys.argv[1]
    number = int(sys.argv[2])
    p = threading.Thread(target=task, args=(text, number))
    p.start()
    p.join()
