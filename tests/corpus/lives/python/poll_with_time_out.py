"""Polls a connection with a time limit, while the worker waits for a word.

pattern: polling
expect: lives
"""
from multiprocessing import Pipe, Process


def work(connection):
    connection.recv()


if __name__ == "__main__":
    here, there = Pipe()
    worker = Process(target=work, args=(there,))
    worker.start()
    while not here.poll(2.5):
        here.send("end")
        break
    worker.join()
