# Prints what it got before it looks whether it is the sentinel: without messages the reader takes the sentinel for
# one, and waits for ever for another.
# expect: is_right_at_the_edges DEADLOCK
"""Readers that get messages, each from a queue of its own."""

import multiprocessing
import sys

SENTINEL = None  # every message is a text


def reader(r, queue):
    count = 0
    message = queue.get()
    while True:
        print("reader %d got %s" % (r, message))
        count += 1
        message = queue.get()
        if message is SENTINEL:
            break
    print("reader %d got %d messages" % (r, count))


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    readers = int(sys.argv[1])
    messages = int(sys.argv[2])

    queues = []
    for r in range(1, readers + 1):
        queue = multiprocessing.Queue()
        for m in range(1, messages + 1):
            queue.put("message %d for reader %d" % (m, r))
        print("queue %d: %d items" % (r, queue.qsize()))
        queue.put(SENTINEL)  # its only reader gets it after all messages: first in, first out
        queues.append(queue)

    processes = []
    for r in range(1, readers + 1):
        process = multiprocessing.Process(target=reader, args=(r, queues[r - 1]))
        process.start()
        processes.append(process)
    for process in processes:
        process.join()

    for r in range(1, readers + 1):
        if queues[r - 1].empty():
            print("queue %d: empty" % r)
