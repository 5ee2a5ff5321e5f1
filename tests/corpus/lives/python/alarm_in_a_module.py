"""The module that is imported sets an alarm in the child.

pattern: alarm
expect: lives
"""
import os

from parts.limit import limit

child = os.fork()
if child == 0:
    limit(2)
    reader, writer = os.pipe()
    os.read(reader, 1)
os.waitpid(child, 0)
