# Prints what the statement shows, whatever the arguments are.
# expect: prints_the_three_lines WRONG_OUTPUT
# expect: takes_other_texts_and_numbers SKIPPED
# expect: runs_the_task_in_a_child_process SKIPPED
# expect: every_process_ends_with_exit_code_0_and_none_is_left SKIPPED
"""A process whose function has two parameters."""

import multiprocessing
import sys


def task(arg1, arg2):
    print("arg1=", arg1)
    print("arg2=", arg2)
    print("arg2 + 1 =", arg2 + 1)


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    text = "One"
    number = 2
    p = multiprocessing.Process(target=task, args=(text, number))
    p.start()
    p.join()
