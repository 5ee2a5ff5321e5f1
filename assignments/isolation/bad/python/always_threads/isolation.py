# Runs every task in a thread, whatever kind is asked for: with process, too, each task sees what the one before has
# changed.
# expect: prints_what_processes_see WRONG_OUTPUT
# expect: each_task_is_a_process_of_its_own SKIPPED
# expect: runs_one_task_at_a_time SKIPPED
# expect: is_right_at_the_edges SKIPPED
# expect: every_process_ends_with_exit_code_0_and_none_is_left SKIPPED
"""Tasks that change global variables, as processes and as threads."""

import multiprocessing
import sys
import threading

g1 = 0
g2 = []


def task(kind, k):
    global g1
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

    Activity = threading.Thread
    for k in range(1, tasks + 1):
        activity = Activity(target=task, args=(kind, k))
        activity.start()
        activity.join()  # before the next one starts
    print("main: g1 = %d g2 = %s" % (g1, g2))
