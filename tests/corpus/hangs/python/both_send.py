"""Both ends of a pipe send a long message before they receive.

pattern: both ends sending
expect: DEADLOCK
variants: fork spawn
"""
import sys
from multiprocessing import Pipe, Process, set_start_method

LONG = b"x" * 1_000_000


def talk(connection):
    connection.send_bytes(LONG)
    connection.recv_bytes()


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    here, there = Pipe()
    worker = Process(target=talk, args=(there,))
    worker.start()
    talk(here)
    worker.join()
