import time
from multiprocessing import Pipe, Process


def work(end):
    for i in range(8):
        end.send(i)
        end.recv()
        time.sleep(0.12)


if __name__ == "__main__":
    mine, other = Pipe()
    Process(target=work, args=(other,)).start()
    for _ in range(8):
        mine.send(mine.recv())
