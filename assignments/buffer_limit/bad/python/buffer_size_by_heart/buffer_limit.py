# Knows by heart that the buffer holds 64 KiB: waits for the writer first if all items fit into that, as it believes.
# expect: ends_when_the_buffer_is_smaller_than_64_KiB DEADLOCK
"""A writer and a reader, with more between them than the buffer holds."""

import multiprocessing
import sys


def writer():
    for i in range(items):
        queue.put("x" * letters)
    print("the writer has put %d items" % items)


def reader():
    got = 0
    for i in range(items):
        got += len(queue.get())
    print("the reader got %d items, %d letters" % (items, got))


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    face = sys.argv[1]
    items = int(sys.argv[2])
    letters = int(sys.argv[3])

    # made before the processes start: both get it as a duplicate of this global variable
    queue = multiprocessing.SimpleQueue() if face == "simple" else multiprocessing.Queue()
    w = multiprocessing.Process(target=writer)
    r = multiprocessing.Process(target=reader)
    w.start()
    if items * letters < 60000:
        w.join()  # it all fits into the buffer
    r.start()
    w.join()
    r.join()
    print("the writer ended with exit code %d" % w.exitcode)
    print("the reader ended with exit code %d" % r.exitcode)
