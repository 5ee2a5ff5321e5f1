"""Two transfers between two accounts lock the one that pays first, and then the other one.

pattern: lock order
expect: DEADLOCK
"""
from multiprocessing import Barrier, Process, Value


def transfer(payer, payee, barrier):
    with payer.get_lock():
        barrier.wait()
        with payee.get_lock():
            payer.value -= 1
            payee.value += 1


if __name__ == "__main__":
    a, b, barrier = Value("i", 10), Value("i", 10), Barrier(2)
    worker = Process(target=transfer, args=(a, b, barrier))
    worker.start()
    transfer(b, a, barrier)
    worker.join()
