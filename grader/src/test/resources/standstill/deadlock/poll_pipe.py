"""Polls and selects pipes into which nobody else can write."""
import os
import select

reader, writer = os.pipe()
if os.fork():
    poll = select.poll()
    poll.register(reader, select.POLLIN)
    poll.poll()
else:
    select.select([reader], [], [])
