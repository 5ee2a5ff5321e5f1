"""The second child has inherited the first one's pipe, so the first one never sees its end.

pattern: never-closed pipe end
expect: DEADLOCK
"""
import os


def child(reader):
    while os.read(reader, 100):
        pass
    os._exit(0)


first_reader, first_writer = os.pipe()
first = os.fork()
if first == 0:
    os.close(first_writer)
    child(first_reader)
second_reader, second_writer = os.pipe()
second = os.fork()
if second == 0:
    os.close(second_writer)
    child(second_reader)
os.close(first_writer)
os.waitpid(first, 0)
os.close(second_writer)
os.waitpid(second, 0)
