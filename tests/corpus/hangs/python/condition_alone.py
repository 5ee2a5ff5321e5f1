"""Both wait on the condition, each for the other to notify.

pattern: condition
expect: DEADLOCK
"""
from multiprocessing import Condition, Process


def work(condition):
    with condition:
        condition.wait()
        condition.notify()


if __name__ == "__main__":
    condition = Condition()
    worker = Process(target=work, args=(condition,))
    worker.start()
    work(condition)
    worker.join()
