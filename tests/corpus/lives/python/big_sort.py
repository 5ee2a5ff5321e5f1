"""One thread sorts; the others wait for it.

pattern: computes while all else waits
expect: lives
"""
import random
import threading

done = threading.Event()


def sort():
    for _ in range(4):
        numbers = [random.random() for _ in range(400_000)]
        numbers.sort()
    done.set()


threads = [threading.Thread(target=done.wait) for _ in range(4)] + [threading.Thread(target=sort)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
