# The task ends by sys.exit(1), as if that meant that it is done.
# expect: every_process_ends_with_exit_code_0_and_none_is_left CRASHED
"""A process whose function has two parameters."""

import multiprocessing
import sys


def task(arg1, arg2):
    print("arg1=", arg1)
    print("arg2=", arg2)
    print("arg2 + 1 =", arg2 + 1)
    sys.exit(1)


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    text = sys.argv[1]
    number = int(sys.argv[2])
    p = multiprocessing.Process(target=task, args=(text, number))
    p.start()
    p.join()
