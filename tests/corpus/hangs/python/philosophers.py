"""Five philosophers take the fork at their left, and then wait for the one at their right.

pattern: lock order
expect: DEADLOCK
"""
from multiprocessing import Barrier, Lock, Process


def dine(left, right, barrier):
    with left:
        barrier.wait()
        with right:
            pass


if __name__ == "__main__":
    forks, barrier = [Lock() for _ in range(5)], Barrier(5)
    philosophers = [Process(target=dine, args=(forks[i], forks[(i + 1) % 5], barrier)) for i in range(5)]
    for philosopher in philosophers:
        philosopher.start()
    for philosopher in philosophers:
        philosopher.join()
