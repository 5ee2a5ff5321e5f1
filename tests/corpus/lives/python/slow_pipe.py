"""A shell writes a line each half second; the parent reads.

pattern: slow pipe
expect: lives
"""
import subprocess

child = subprocess.Popen(
    ["sh", "-c", "for i in 1 2 3 4 5 6; do sleep 0.5; echo $i; done"], stdout=subprocess.PIPE)
print(child.stdout.read())
