"""Tasks that change global variables, as processes and as threads."""

import multiprocessing
import sys
import threading

g1 = 0
g2 = []


def task(kind, k):
    pass  # TODO: change g1 and g2, and print them


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    kind = sys.argv[1]
    tasks = int(sys.argv[2])
    g1 = int(sys.argv[3])

    # TODO: run the tasks one after the other, each in a multiprocessing.Process or in a threading.Thread, as kind says
    print("main: g1 = %d g2 = %s" % (g1, g2))
