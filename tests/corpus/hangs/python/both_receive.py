"""Two workers, each with a pipe of its own to the master; all receive first.

pattern: both ends receiving
expect: DEADLOCK
variants: fork spawn
"""
import sys
from multiprocessing import Pipe, Process, set_start_method


def answer(connection):
    connection.send(connection.recv() + 1)


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    pipes = [Pipe(), Pipe(), Pipe()]
    for here, there in pipes:
        Process(target=answer, args=(there,)).start()
    for here, there in pipes:
        print(here.recv())
