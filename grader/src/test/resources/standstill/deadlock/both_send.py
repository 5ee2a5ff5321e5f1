"""Both ends of a connection send more than fits before they receive."""
from multiprocessing import Pipe, Process


def work(end):
    end.send("x" * 1000000)
    end.recv()


if __name__ == "__main__":
    mine, other = Pipe()
    Process(target=work, args=(other,)).start()
    mine.send("x" * 1000000)
    mine.recv()
