"""The master notifies before the worker waits.

pattern: lost wake-up
expect: DEADLOCK
"""
import time
from multiprocessing import Condition, Process


def work(condition):
    time.sleep(0.3)
    with condition:
        condition.wait()


if __name__ == "__main__":
    condition = Condition()
    worker = Process(target=work, args=(condition,))
    worker.start()
    with condition:
        condition.notify()
    worker.join()
