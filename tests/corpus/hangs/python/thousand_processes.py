"""A thousand children read from a pipe that the program has open for writing, and it waits for one of them.

pattern: never-closed pipe end, thousand processes
expect: DEADLOCK
"""
import os
import subprocess

reading, writing = os.pipe()
children = [subprocess.Popen(["cat"], stdin=reading) for _ in range(1000)]
children[0].wait()
