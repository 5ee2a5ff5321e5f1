"""A worker is killed while it waits in get, where it has the queue's lock; the other one never gets it.

pattern: worker died with the queue's lock
expect: DEADLOCK
"""
import time
from multiprocessing import Process, Queue


def work(tasks):
    tasks.get()


if __name__ == "__main__":
    tasks = Queue()
    first = Process(target=work, args=(tasks,))
    first.start()
    time.sleep(0.3)
    first.kill()
    first.join()
    second = Process(target=work, args=(tasks,))
    second.start()
    tasks.put("for the second")
    second.join()
