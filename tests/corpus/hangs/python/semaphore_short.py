"""Each of two workers has one permit of two and waits for a second one.

pattern: semaphore
expect: DEADLOCK
"""
from multiprocessing import Barrier, Process, Semaphore


def work(permits, barrier):
    permits.acquire()
    barrier.wait()
    permits.acquire()
    permits.release()
    permits.release()


if __name__ == "__main__":
    permits, barrier = Semaphore(2), Barrier(2)
    workers = [Process(target=work, args=(permits, barrier)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
