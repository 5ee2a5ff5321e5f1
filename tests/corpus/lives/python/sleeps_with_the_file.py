"""One sleeps with the lock of a file, the other waits for it.

pattern: late
expect: lives
"""
import fcntl
import os
import tempfile
import time

with tempfile.NamedTemporaryFile() as file:
    if os.fork() == 0:
        with open(file.name) as mine:
            fcntl.flock(mine, fcntl.LOCK_EX)
            time.sleep(2.5)
        os._exit(0)
    time.sleep(0.3)
    fcntl.flock(file, fcntl.LOCK_EX)
