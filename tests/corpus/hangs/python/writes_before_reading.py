"""Writes a megabyte to cat before it reads what cat has to write.

pattern: both ends sending
expect: DEADLOCK
"""
import subprocess

child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
child.stdin.write(b"x" * 1_000_000)
child.stdin.close()
print(len(child.stdout.read()))
