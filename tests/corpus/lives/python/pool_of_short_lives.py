"""The workers of the pool are replaced after each task.

pattern: many short processes
expect: lives
"""
import time
from multiprocessing import Pool


def work(number):
    time.sleep(0.2)
    return number


if __name__ == "__main__":
    with Pool(3, maxtasksperchild=1) as pool:
        print(sum(pool.imap(work, range(24))))
