"""The program `timeout` ends cat with a timer of its own.

pattern: timer
expect: lives
"""
import subprocess

child = subprocess.Popen(["timeout", "2.5", "cat"], stdin=subprocess.PIPE)
print(child.wait())
