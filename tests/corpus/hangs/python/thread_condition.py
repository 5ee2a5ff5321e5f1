"""A thread waits on a condition whose notification came before.

pattern: lost wake-up, threads
expect: DEADLOCK
"""
import threading

condition = threading.Condition()
with condition:
    condition.notify_all()
with condition:
    condition.wait()
