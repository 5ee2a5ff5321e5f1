"""Readers that get messages, each from a queue of its own."""

import multiprocessing
import sys


def reader(r, queue):
    pass  # TODO: get and print until the sentinel comes, then print how many messages it was


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    readers = int(sys.argv[1])
    messages = int(sys.argv[2])

    # TODO: make the queues, put the messages, print qsize
    # TODO: put the sentinels, start the readers, wait for them
    # TODO: print which queues are empty
