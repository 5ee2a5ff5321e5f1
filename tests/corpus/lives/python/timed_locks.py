"""Two processes take two locks in opposite order, with time limits, and give up.

pattern: polling
expect: lives
"""
from multiprocessing import Barrier, Lock, Process


def work(first, second, both):
    with first:
        both.wait()
        if second.acquire(timeout=2.5):
            second.release()


if __name__ == "__main__":
    a, b, both = Lock(), Lock(), Barrier(2)
    worker = Process(target=work, args=(a, b, both))
    worker.start()
    work(b, a, both)
    worker.join()
