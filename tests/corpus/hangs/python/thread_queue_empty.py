"""A consumer thread gets one item more than were put, and the first thread joins it.

pattern: get on an empty queue, threads
expect: DEADLOCK
"""
import queue
import threading

items = queue.Queue()


def consume():
    for _ in range(4):
        items.get()


consumer = threading.Thread(target=consume)
consumer.start()
for item in range(3):
    items.put(item)
consumer.join()
