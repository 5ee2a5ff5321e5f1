"""
$ ./procgrade run --python RunFunctionProcess   # in any order
Main thread after task process starts...
task Process running for 1 second
task Process running for 11 second

Runs a function in a process of its own. start() duplicates the main process and returns at once: the main process and
the task process are progressing concurrently, until join() waits for the task to finish. Look at them meanwhile from
another terminal, with `ps u`: two python processes are running.
"""

from multiprocessing import Process

from lecture import Arguments, sleep


# a function that blocks for a moment
def task():
    sleep(1)
    # display a message
    print("task Process running for 1 second")
    sleep(10)
    print("task Process running for 11 second")


if __name__ == "__main__":
    Arguments()
    # create a process
    p = Process(target=task)
    p.start()  # duplicate the main process
    # wait for the child process to finish
    print("Main thread after task process starts...")
    p.join()
