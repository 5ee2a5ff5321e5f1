"""A spawned worker, beside Python's resource tracker, gets and nobody puts."""
import multiprocessing


def work(tasks):
    tasks.get()


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    tasks = spawn.Queue()
    worker = spawn.Process(target=work, args=(tasks,))
    worker.start()
    worker.join()
