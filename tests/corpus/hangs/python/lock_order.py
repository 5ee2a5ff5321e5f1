"""Two workers take the same two locks in opposite order.

pattern: lock order
expect: DEADLOCK
variants: fork spawn
"""
import sys
from multiprocessing import Barrier, Lock, Process, set_start_method


def work(first, second, both_have_one):
    with first:
        both_have_one.wait()
        with second:
            pass


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    a, b, barrier = Lock(), Lock(), Barrier(2)
    workers = [Process(target=work, args=(a, b, barrier)), Process(target=work, args=(b, a, barrier))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
