"""Waits for a sleeping child by its process descriptor.

pattern: late
expect: lives
"""
import os
import select
import time

child = os.fork()
if child == 0:
    time.sleep(2.5)
    os._exit(0)
select.select([os.pidfd_open(child)], [], [])
os.waitpid(child, 0)
