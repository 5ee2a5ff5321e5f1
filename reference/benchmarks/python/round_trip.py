"""
Sends a number to another process and back, as RoundTrip.java does, and prints the same figures.

Arguments: the class of the two queues (queue or simple), how many trips are measured.
"""

import multiprocessing
import sys
import time

END = -1


def answer(there, back):
    value = there.get()
    while value != END:
        back.put(value)
        value = there.get()


def quantile(samples, share):
    return sorted(samples)[round(share * (len(samples) - 1))]


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    make = multiprocessing.Queue if sys.argv[1] == "queue" else multiprocessing.SimpleQueue
    trips = int(sys.argv[2])
    there = make()
    back = make()
    process = multiprocessing.Process(target=answer, args=(there, back))
    process.start()
    micros = []
    for i in range(-trips, trips):
        begun = time.monotonic_ns()
        there.put(1000)
        if back.get() != 1000:
            sys.exit("sent 1000, got another number")
        if i >= 0:
            micros.append((time.monotonic_ns() - begun) / 1e3)
    there.put(END)
    process.join()
    print("median_us", quantile(micros, 0.5))
    print("p99_us", quantile(micros, 0.99))
