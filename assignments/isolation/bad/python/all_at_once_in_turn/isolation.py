# Starts all processes at once and lets each sleep until it is its turn: the lines are right, by luck, but the tasks
# are there at the same time.
# expect: runs_one_task_at_a_time WRONG_PROCESSES
"""Tasks that change global variables, as processes and as threads."""

import multiprocessing
import sys
import threading
import time

g1 = 0
g2 = []


def task(kind, k):
    global g1
    if kind == "process":
        time.sleep(0.3 * k)
    g1 = g1 + 1
    g2.append(k)
    print("%s %d: g1 = %d g2 = %s" % (kind, k, g1, g2))


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    kind = sys.argv[1]
    tasks = int(sys.argv[2])
    g1 = int(sys.argv[3])

    # a class is a value as any other; both are used in the same way
    Activity = multiprocessing.Process if kind == "process" else threading.Thread
    activities = []
    for k in range(1, tasks + 1):
        activity = Activity(target=task, args=(kind, k))
        activity.start()
        activities.append(activity)
        if kind == "thread":
            activity.join()
    for activity in activities:
        activity.join()
    print("main: g1 = %d g2 = %s" % (g1, g2))
