import queue
from multiprocessing import Queue

tasks = Queue()
for _ in range(4):
    try:
        tasks.get(timeout=0.25)
    except queue.Empty:
        pass
