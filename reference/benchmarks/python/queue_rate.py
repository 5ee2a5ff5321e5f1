"""
Sends items from this process to some others, as QueueRate.java does, and prints the same figures.

Arguments: the class (queue or simple), the items (int, 4k or 1m), how many for each round, consumers, rounds (3 or more).
"""

import multiprocessing
import statistics
import sys
import time

WARM_UP = 2


# each permit is for one round; None is the sentinel
def consume(queue, permits, counts):
    while permits.get() > 0:
        count = 0
        while queue.get() is not None:
            count += 1
        counts.put(count)


def roundNanos(item, items):
    begun = time.monotonic_ns()
    for _ in range(consumers):
        permits.put(1)
    for _ in range(items):
        queue.put(item)
    for _ in range(consumers):
        queue.put(None)
    received = 0
    for _ in range(consumers):
        received += counts.get()
    if received != items:
        sys.exit("of %d items %d came through the queue" % (items, received))
    return time.monotonic_ns() - begun


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    queue = multiprocessing.Queue() if sys.argv[1] == "queue" else multiprocessing.SimpleQueue()
    item = {"int": 1000, "4k": bytes(4096), "1m": bytes(1 << 20)}[sys.argv[2]]
    items = int(sys.argv[3])
    consumers = int(sys.argv[4])
    rounds = int(sys.argv[5])
    permits = multiprocessing.SimpleQueue()
    counts = multiprocessing.SimpleQueue()
    processes = [multiprocessing.Process(target=consume, args=(queue, permits, counts)) for _ in range(consumers)]
    for process in processes:
        process.start()
    rates = [items / (roundNanos(item, items) / 1e6) for _ in range(rounds)]
    print("cold_k_per_s", rates[0])
    print("k_per_s", statistics.median(rates[WARM_UP:]))
    for _ in range(consumers):
        permits.put(0)
    for process in processes:
        process.join()
