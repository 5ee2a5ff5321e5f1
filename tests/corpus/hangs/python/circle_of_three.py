"""Three processes, each reads from the one before.

pattern: both ends receiving
expect: DEADLOCK
"""
import os

pipes = [os.pipe() for _ in range(3)]
for number in (1, 2):
    if os.fork() == 0:
        os.read(pipes[number][0], 1)
        os.write(pipes[(number + 1) % 3][1], b"x")
        os._exit(0)
os.read(pipes[0][0], 1)
os.write(pipes[1][1], b"x")
