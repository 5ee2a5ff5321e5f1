"""The parent reads the child's output, but the child fills the pipe of its errors.

pattern: child's output not drained
expect: DEADLOCK
"""
import subprocess

child = subprocess.Popen(
    ["sh", "-c", "seq 1 100000 >&2; echo done"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
print(child.stdout.read())
print(len(child.stderr.read()))
