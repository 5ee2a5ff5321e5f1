"""A barrier for four threads, and three who come.

pattern: barrier short of a party, threads
expect: DEADLOCK
"""
import threading

barrier = threading.Barrier(4)
for _ in range(3):
    threading.Thread(target=barrier.wait).start()
