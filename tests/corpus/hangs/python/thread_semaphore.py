"""Ten threads want a permit of a semaphore, and those who have one wait for the others.

pattern: semaphore, threads
expect: DEADLOCK
"""
import threading

permits = threading.Semaphore(2)
everybody = threading.Barrier(10)


def work():
    with permits:
        everybody.wait()


for _ in range(10):
    threading.Thread(target=work).start()
