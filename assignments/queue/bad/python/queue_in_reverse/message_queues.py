# Puts the messages in the wrong order: who comes last is got first.
# expect: prints_all_lines_in_their_order WRONG_OUTPUT
# expect: loses_no_message_among_many SKIPPED
# expect: is_right_at_the_edges SKIPPED
# expect: each_reader_is_a_process SKIPPED
# expect: every_process_ends_with_exit_code_0_and_none_is_left SKIPPED
"""Readers that get messages, each from a queue of its own."""

import multiprocessing
import sys

SENTINEL = None  # every message is a text


def reader(r, queue):
    count = 0
    message = queue.get()
    while message is not SENTINEL:
        print("reader %d got %s" % (r, message))
        count += 1
        message = queue.get()
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
        for m in range(messages, 0, -1):
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
