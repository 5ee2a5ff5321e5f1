"""Two threads join each other.

pattern: join in a circle
expect: DEADLOCK
"""
import threading

threads = []
started = threading.Event()


def work(other):
    started.wait()
    threads[other].join()


threads.append(threading.Thread(target=work, args=(1,)))
threads.append(threading.Thread(target=work, args=(0,)))
for thread in threads:
    thread.start()
started.set()
