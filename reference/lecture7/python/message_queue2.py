"""
$ ./procgrade run --python message_queue2   # in any order
process A got: message 1 for A
process A got: message 2 for A
process A got: message 3 for A
process B got: message 1 for B
process B got: message 2 for B
process B got: message 3 for B

Fixes message_queue.py: each receiver has a queue of its own, which nobody else reads. Each message reaches the process
it is meant for, and in the order in which it was put. Only how the lines of A and B mix still differs between runs.
"""

import multiprocessing

from lecture import Arguments


def reader(name, queue):
    for i in range(0, 3):
        print("process %s got: %s" % (name, queue.get()))


if __name__ == "__main__":
    Arguments()
    queueA = multiprocessing.Queue()
    queueB = multiprocessing.Queue()
    a = multiprocessing.Process(target=reader, args=("A", queueA))
    b = multiprocessing.Process(target=reader, args=("B", queueB))
    a.start()
    b.start()
    for i in range(1, 4):
        queueA.put("message %d for A" % i)
        queueB.put("message %d for B" % i)
    a.join()
    b.join()
