"""A child adds to the event counter after a while.

pattern: late
expect: lives
"""
import os
import time

counter = os.eventfd(0)
if os.fork() == 0:
    time.sleep(2.5)
    os.eventfd_write(counter, 1)
    os._exit(0)
print(os.eventfd_read(counter))
