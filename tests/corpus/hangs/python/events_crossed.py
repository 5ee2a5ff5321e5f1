"""Each waits for the other's event before it sets its own.

pattern: event never set
expect: DEADLOCK
"""
from multiprocessing import Event, Process


def meet(mine, yours):
    yours.wait()
    mine.set()


if __name__ == "__main__":
    a, b = Event(), Event()
    worker = Process(target=meet, args=(a, b))
    worker.start()
    meet(b, a)
    worker.join()
