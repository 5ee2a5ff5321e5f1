"""Both wait for the same event counter.

pattern: event never set
expect: DEADLOCK
"""
import os

counter = os.eventfd(0)
child = os.fork()
os.eventfd_read(counter)
os.eventfd_write(counter, 1)
