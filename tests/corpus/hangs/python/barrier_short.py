"""A barrier for three, and two who come.

pattern: barrier short of a party
expect: DEADLOCK
variants: fork forkserver
"""
import sys
from multiprocessing import Barrier, Process, set_start_method


def work(barrier):
    barrier.wait()


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    barrier = Barrier(3)
    workers = [Process(target=work, args=(barrier,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
