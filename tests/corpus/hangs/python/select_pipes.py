"""Waits without a time limit until one of two children says something; both wait for the parent.

pattern: waits for one of several
expect: DEADLOCK
"""
import os
import select

readers = []
for _ in range(2):
    down_reader, down_writer = os.pipe()
    up_reader, up_writer = os.pipe()
    if os.fork() == 0:
        os.write(up_writer, os.read(down_reader, 1))
        os._exit(0)
    readers.append(up_reader)
select.select(readers, [], [])
