"""The computations of cpu_io in one process, one after the other: tasks, steps."""

import sys


def compute(k, steps):
    x = k
    for i in range(steps):
        x = x * 48271 % 2147483647
    return x


if __name__ == "__main__":
    tasks = int(sys.argv[1])
    steps = int(sys.argv[2])
    for k in range(1, tasks + 1):
        print("task %d: %d" % (k, compute(k, steps)))
