"""The worker's result does not fit into the pipe, and the master joins before it gets it."""
from multiprocessing import Process, Queue


def work(results):
    results.put("x" * 300000)


if __name__ == "__main__":
    results = Queue()
    worker = Process(target=work, args=(results,))
    worker.start()
    worker.join()
    results.get()
