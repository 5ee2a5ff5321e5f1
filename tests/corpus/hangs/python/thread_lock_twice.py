"""The first thread acquires a lock twice.

pattern: lock twice, threads
expect: DEADLOCK
"""
import threading

lock = threading.Lock()
with lock:
    with lock:
        print("never")
