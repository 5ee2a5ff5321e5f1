"""Another thread has the lock at the moment of fork; in the child nobody is left to release it.

pattern: lock never released
expect: DEADLOCK
"""
import os
import threading
import time

lock = threading.Lock()


def hold_for_a_moment():
    with lock:
        time.sleep(0.4)


threading.Thread(target=hold_for_a_moment).start()
time.sleep(0.1)
child = os.fork()
if child == 0:
    with lock:
        os._exit(0)
os.waitpid(child, 0)
