"""One sentinel for three workers."""
from multiprocessing import Process, Queue


def work(tasks, results):
    while True:
        n = tasks.get()
        if n < 0:
            return
        results.put(n)


if __name__ == "__main__":
    tasks, results = Queue(), Queue()
    workers = [Process(target=work, args=(tasks, results)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for i in range(5):
        tasks.put(i)
    for i in range(5):
        results.get()
    tasks.put(-1)
    for worker in workers:
        worker.join()
