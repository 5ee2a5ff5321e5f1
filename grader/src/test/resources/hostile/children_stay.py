"""Leaves three children, one of them in another process group."""
import os
import time

for n in range(3):
    if os.fork() == 0:
        if n == 0:
            os.setpgid(0, 0)
        time.sleep(60)
        os._exit(0)
