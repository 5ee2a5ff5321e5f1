"""Four processes in a ring; each gets from its left before it puts to its right, and nobody begins.

pattern: get on an empty queue
expect: DEADLOCK
"""
from multiprocessing import Process, Queue


def member(left, right):
    right.put(left.get() + 1)


if __name__ == "__main__":
    queues = [Queue() for _ in range(4)]
    members = [Process(target=member, args=(queues[i], queues[(i + 1) % 4])) for i in range(4)]
    for one in members:
        one.start()
    for one in members:
        one.join()
