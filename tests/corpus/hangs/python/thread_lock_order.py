"""Two threads take two locks in opposite order.

pattern: lock order, threads
expect: DEADLOCK
"""
import threading

a, b, barrier = threading.Lock(), threading.Lock(), threading.Barrier(2)


def work(first, second):
    with first:
        barrier.wait()
        with second:
            pass


threads = [threading.Thread(target=work, args=(a, b)), threading.Thread(target=work, args=(b, a))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
