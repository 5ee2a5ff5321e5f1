"""Two locks in different orders."""
from multiprocessing import Barrier, Lock, Process


def work(first, second, both):
    with first:
        both.wait()
        with second:
            pass


if __name__ == "__main__":
    a, b, both = Lock(), Lock(), Barrier(2)
    workers = [Process(target=work, args=(a, b, both)), Process(target=work, args=(b, a, both))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
