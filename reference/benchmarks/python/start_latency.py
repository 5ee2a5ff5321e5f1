"""
Starts processes one after the other, as StartLatency.java does, and prints the same figures.

Arguments: the start method (spawn or fork), the number of starts (2 or more).
"""

import multiprocessing
import statistics
import sys
import time


def target(times):
    now = time.monotonic_ns()
    times.put(now)


def report(name, millis):
    print("first_%s_ms" % name, millis[0])
    print("%s_ms" % name, statistics.median(millis[1:]))


if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    times = context.SimpleQueue()
    targetMillis = []
    joinMillis = []
    for i in range(int(sys.argv[2])):
        process = context.Process(target=target, args=(times,))
        begun = time.monotonic_ns()
        process.start()
        process.join()
        joinMillis.append((time.monotonic_ns() - begun) / 1e6)
        targetMillis.append((times.get() - begun) / 1e6)
    report("target", targetMillis)
    report("join", joinMillis)
