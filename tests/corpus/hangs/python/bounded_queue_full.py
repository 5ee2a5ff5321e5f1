"""The queue has two places, and the master puts all tasks before it starts the worker.

pattern: put into a full queue
expect: DEADLOCK
"""
from multiprocessing import Process, Queue


def work(tasks):
    for _ in range(5):
        tasks.get()


if __name__ == "__main__":
    tasks = Queue(2)
    for task in range(5):
        tasks.put(task)
    worker = Process(target=work, args=(tasks,))
    worker.start()
    worker.join()
