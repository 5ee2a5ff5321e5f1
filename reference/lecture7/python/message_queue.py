"""
$ ./procgrade run --python message_queue   # in any order, by any process
process A got: message 1 for A
process A got: message 1 for B
process A got: message 2 for A
process B got: message 2 for B
process B got: message 3 for A
process B got: message 3 for B

What is the problem with this program? Main has three messages for process A and three for process B, and sends them all
through one queue. All processes that have access to a message queue can read it, and a message goes to the one that
comes first: A gets messages for B, B gets messages for A, and in another run it is other messages. message_queue2.py is
the fix.

(Which processes have access? Main, and all processes that are started after the queue was created. So main itself could
get back what it has just put: a second reason not to use one queue for two directions.)
"""

import multiprocessing

from lecture import Arguments


def reader(name):
    for i in range(0, 3):
        print("process %s got: %s" % (name, queue.get()))


if __name__ == "__main__":
    Arguments()
    queue = multiprocessing.Queue()
    a = multiprocessing.Process(target=reader, args=("A",))
    b = multiprocessing.Process(target=reader, args=("B",))
    a.start()
    b.start()
    for i in range(1, 4):
        queue.put("message %d for A" % i)
        queue.put("message %d for B" % i)
    a.join()
    b.join()
