"""A thousand children read from a pipe that the program has open for writing, and it waits for another one that sleeps.

pattern: thousand processes
expect: lives
"""
import os
import subprocess

reading, writing = os.pipe()
children = [subprocess.Popen(["cat"], stdin=reading) for _ in range(1000)]
subprocess.run(["sleep", "3"])
os.close(writing)
for child in children:
    child.wait()
