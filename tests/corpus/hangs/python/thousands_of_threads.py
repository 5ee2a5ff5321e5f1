"""Five thousand threads wait for a lock that nobody releases, and the first thread for one of them.

pattern: lock never released, thousands of threads
expect: DEADLOCK
"""
import threading

threading.stack_size(64 * 1024)
lock = threading.Lock()
lock.acquire()
threads = [threading.Thread(target=lock.acquire) for _ in range(5000)]
for thread in threads:
    thread.start()
threads[0].join()
