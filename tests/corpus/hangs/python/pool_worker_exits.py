"""A task ends its worker; the pool starts another one, but the task's result is lost.

pattern: worker died before answering
expect: DEADLOCK
"""
import os
from multiprocessing import Pool


def square(n):
    if n == 3:
        os._exit(1)
    return n * n


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, range(5), chunksize=1))
