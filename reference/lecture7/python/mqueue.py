"""
$ ./procgrade run --python mqueue
the queue is empty
the queue is not empty
items in the queue: 3
main got first
items in the queue: 2
the task process got second
the task process got third
items in the queue: 0
the queue is empty

A message queue is first in, first out: the first item added is the first item retrieved, but may or may not be by a
different process. Here the main process puts three items, gets the first one itself, and leaves the others to a task
process.
"""

import multiprocessing

from lecture import Arguments, sleep


def task():
    print("the task process got", queue.get())
    print("the task process got", queue.get())


if __name__ == "__main__":
    Arguments()
    queue = multiprocessing.Queue()  # create a message queue
    if queue.empty():  # check if a message queue is empty
        print("the queue is empty")

    queue.put("first")  # add an item to a queue
    queue.put("second")
    queue.put("third")
    # put leaves the item to a thread that writes it into the queue: until then empty() may still say True
    while queue.empty():
        sleep(0.1)
    print("the queue is not empty")
    print("items in the queue:", queue.qsize())

    print("main got", queue.get())  # get an item from the queue
    print("items in the queue:", queue.qsize())

    p = multiprocessing.Process(target=task)
    p.start()
    p.join()
    print("items in the queue:", queue.qsize())
    if queue.empty():
        print("the queue is empty")
