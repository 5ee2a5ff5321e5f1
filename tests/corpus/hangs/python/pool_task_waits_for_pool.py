"""A pool of one thread; its task waits for another task of the same pool.

pattern: pool starved by its own tasks
expect: DEADLOCK
"""
from multiprocessing.pool import ThreadPool

pool = ThreadPool(1)


def outer():
    return pool.apply(inner)


def inner():
    return 1


print(pool.apply(outer))
