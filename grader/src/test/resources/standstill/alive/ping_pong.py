import time
from multiprocessing import Pipe, Process


def work(end):
    while end.recv():
        end.send(1)


if __name__ == "__main__":
    mine, other = Pipe()
    worker = Process(target=work, args=(other,))
    worker.start()
    end = time.monotonic() + 1
    while time.monotonic() < end:
        mine.send(1)
        mine.recv()
    mine.send(0)
    worker.join()
