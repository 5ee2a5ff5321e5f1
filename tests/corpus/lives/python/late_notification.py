"""The notification comes after a while.

pattern: late
expect: lives
"""
import time
from multiprocessing import Condition, Process


def work(condition):
    with condition:
        condition.wait()


if __name__ == "__main__":
    condition = Condition()
    worker = Process(target=work, args=(condition,))
    worker.start()
    time.sleep(2.5)
    with condition:
        condition.notify()
    worker.join()
