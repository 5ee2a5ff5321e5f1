"""Waits for a child by its process descriptor; the child waits for a pipe of the parent.

pattern: join in a circle
expect: DEADLOCK
"""
import os
import select

reader, writer = os.pipe()
child = os.fork()
if child == 0:
    os.read(reader, 1)
    os._exit(0)
select.select([os.pidfd_open(child)], [], [])
os.write(writer, b"x")
