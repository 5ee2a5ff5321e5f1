"""A child, started in the way that the argument says, gets and nobody puts."""
import multiprocessing
import sys


def work(tasks):
    tasks.get()


if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    tasks = context.Queue()
    worker = context.Process(target=work, args=(tasks,))
    worker.start()
    worker.join()
