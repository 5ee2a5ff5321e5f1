"""A pipeline of a shell waits for input of the parent, which waits for its output.

pattern: both ends receiving
expect: DEADLOCK
"""
import subprocess

child = subprocess.Popen(["sh", "-c", "cat | tr a b | cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(child.stdout.readline())
