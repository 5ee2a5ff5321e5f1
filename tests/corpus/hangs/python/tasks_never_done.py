"""The worker forgets task_done for the last task; the master joins the queue.

pattern: joinable queue never done
expect: DEADLOCK
variants: fork spawn
"""
import sys
from multiprocessing import JoinableQueue, Process, set_start_method


def work(tasks):
    for task in iter(tasks.get, None):
        if task == 3:
            continue
        tasks.task_done()


if __name__ == "__main__":
    set_start_method(sys.argv[1])
    tasks = JoinableQueue()
    worker = Process(target=work, args=(tasks,), daemon=True)
    worker.start()
    for task in range(5):
        tasks.put(task)
    tasks.join()
