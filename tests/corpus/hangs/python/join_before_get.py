"""The worker's result does not fit into the pipe, and the master joins before it gets it.

pattern: join before get with a full pipe
expect: DEADLOCK
variants: fork spawn forkserver
"""
import sys
from multiprocessing import Process, Queue, set_start_method


def work(results):
    results.put("x" * 300000)


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    results = Queue()
    worker = Process(target=work, args=(results,))
    worker.start()
    worker.join()
    print(len(results.get()))
