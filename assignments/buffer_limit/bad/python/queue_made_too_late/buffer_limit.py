# Makes the queue when the writer has already started, which therefore has none.
# expect: prints_the_lines_for_a_few_items DEADLOCK
# expect: ends_when_the_items_are_far_beyond_the_buffer SKIPPED
# expect: ends_when_the_buffer_is_smaller_than_64_KiB SKIPPED
# expect: is_right_at_the_edges SKIPPED
# expect: writer_and_reader_are_two_processes_at_the_same_time SKIPPED
# expect: every_process_ends_with_exit_code_0_and_none_is_left SKIPPED
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

    w = multiprocessing.Process(target=writer)
    r = multiprocessing.Process(target=reader)
    w.start()
    queue = multiprocessing.SimpleQueue() if face == "simple" else multiprocessing.Queue()
    r.start()
    w.join()
    r.join()
    print("the writer ended with exit code %d" % w.exitcode)
    print("the reader ended with exit code %d" % r.exitcode)
