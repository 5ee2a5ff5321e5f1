"""
$ ./procgrade run --python message_queue_limit simple
the writer is stuck in put after 64 of 200 items
now a reader gets them
the reader got 200 items
the writer ended with exit code 0
$ ./procgrade run --python message_queue_limit queue
all 200 puts returned
but the writer cannot end: the items do not fit into the buffer
now a reader gets them
the reader got 200 items
the writer ended with exit code 0

Each message queue has a limited amount of buffer memory: 64 KiB on Linux, here 64 items of 1000 letters. Who puts more
than that is blocked until somebody gets. When one process puts to a queue, make sure that another one gets from it.

The limit has two faces. A SimpleQueue shows it as it is: the writer is stuck in the put call. A Queue hides it: put
hands the item to a thread and returns, but that thread is stuck instead, and the process, which waits for it, cannot
end. A program that joins the writer before it gets the items therefore hangs for ever. This one first shows for two
seconds that the writer cannot go on, and then lets a reader get the items. With 10 items nobody is stuck.

Arguments: face (simple or queue), items (200), letters (1000).
"""

import multiprocessing

from lecture import Arguments, seconds, sleep


def writer():
    count.value = 0
    for i in range(0, items):
        queue.put("x" * letters)
        count.value = i + 1


def reader():
    for i in range(0, items):
        queue.get()
    print("the reader got %d items" % items)


def await_standstill(w):
    """Waits until the writer has ended, or has begun but not got on for two seconds."""
    while True:
        before = count.value
        w.join(seconds(2))
        if not w.is_alive() or 0 <= before == count.value:
            break


if __name__ == "__main__":
    arguments = Arguments("face", "items", "letters")
    face = arguments.word("face", "simple", "queue")
    items = arguments.number("items", 200, 0, 1000000)
    letters = arguments.number("letters", 1000, 0, 1000000)

    queue = multiprocessing.SimpleQueue() if face == "simple" else multiprocessing.Queue()
    count = multiprocessing.Value("i", -1)  # shared memory: how many puts have returned, -1 before the writer begins
    w = multiprocessing.Process(target=writer)
    w.start()
    if face == "queue":
        while count.value < items:
            sleep(0.1)
        print("all %d puts returned" % items)

    await_standstill(w)
    if not w.is_alive():
        print("the writer ended: %d items fit into the buffer" % items)
    elif face == "simple":
        print("the writer is stuck in put after %d of %d items" % (count.value, items))
    else:
        print("but the writer cannot end: the items do not fit into the buffer")

    print("now a reader gets them")
    r = multiprocessing.Process(target=reader)
    r.start()
    r.join()
    w.join()
    print("the writer ended with exit code %d" % w.exitcode)
