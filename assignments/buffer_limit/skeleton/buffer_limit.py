"""A writer and a reader, with more between them than the buffer holds."""

import multiprocessing
import sys


def writer():
    pass  # TODO: put the items, then print


def reader():
    pass  # TODO: get the items, then print


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    face = sys.argv[1]
    items = int(sys.argv[2])
    letters = int(sys.argv[3])

    # TODO: make the queue; let one process write and one read; wait for both and print their exit codes
