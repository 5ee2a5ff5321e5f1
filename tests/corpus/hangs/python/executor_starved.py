"""The only worker of the executor waits for an event that the second task would set.

pattern: pool starved by its own tasks
expect: DEADLOCK
"""
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event

event = Event()


def first():
    event.wait()


def second():
    event.set()


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        executor.submit(first)
        executor.submit(second).result()
