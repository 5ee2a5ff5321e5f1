"""Nobody gets what the master has put: at its exit it waits for its feeder thread, which waits for a reader.

pattern: put into a full queue
expect: DEADLOCK
"""
from multiprocessing import Queue

if __name__ == "__main__":
    items = Queue()
    for _ in range(40):
        items.put(b"x" * 10000)
