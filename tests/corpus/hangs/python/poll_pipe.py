"""Polls a pipe whose writer polls the parent's.

pattern: waits for one of several
expect: DEADLOCK
"""
import os
import select


def wait_for(number):
    poll = select.poll()
    poll.register(number, select.POLLIN)
    poll.poll()


down_reader, down_writer = os.pipe()
up_reader, up_writer = os.pipe()
if os.fork() == 0:
    wait_for(down_reader)
    os._exit(0)
wait_for(up_reader)
