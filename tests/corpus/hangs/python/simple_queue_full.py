"""A SimpleQueue has no feeder: the put of a long item waits for a reader that has not been started.

pattern: put into a full queue
expect: DEADLOCK
"""
from multiprocessing import Process, SimpleQueue


def work(items):
    items.get()


if __name__ == "__main__":
    items = SimpleQueue()
    items.put(b"x" * 200000)
    Process(target=work, args=(items,)).start()
