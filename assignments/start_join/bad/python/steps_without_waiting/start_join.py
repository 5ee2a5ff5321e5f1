# Prints the lines of the steps, but does not wait in them.
# expect: both_go_on_at_the_same_time WRONG_PROCESSES
# expect: main_waits_without_asking_again_and_again WRONG_PROCESSES

"""Two processes that do their steps at the same time."""

import multiprocessing
import sys


def steps(who, count, milliseconds):
    for i in range(1, count + 1):
        print("%s: step %d of %d" % (who, i, count))


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    mainSteps = int(sys.argv[1])
    taskSteps = int(sys.argv[2])
    milliseconds = int(sys.argv[3])

    task = multiprocessing.Process(target=steps, args=("task", taskSteps, milliseconds))
    task.start()
    # start has returned at once: from here on both are at work
    steps("main", mainSteps, milliseconds)
    task.join()
    print("main: the task has ended")
