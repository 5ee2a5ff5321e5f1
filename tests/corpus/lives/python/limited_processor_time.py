"""The child computes until its processor time is used up.

pattern: computes while all else waits
expect: lives
"""
import os
import resource

child = os.fork()
if child == 0:
    resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
    while True:
        pass
os.waitpid(child, 0)
