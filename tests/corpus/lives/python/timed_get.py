"""Gets with a time limit, again and again.

pattern: polling
expect: lives
"""
import queue
from multiprocessing import Queue

if __name__ == "__main__":
    items = Queue()
    for _ in range(8):
        try:
            items.get(timeout=0.35)
        except queue.Empty:
            print("empty")
