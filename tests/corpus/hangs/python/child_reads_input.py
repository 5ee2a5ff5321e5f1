"""The parent waits for the end of a child that reads its input, which the parent has not closed.

pattern: never-closed pipe end
expect: DEADLOCK
"""
import subprocess

child = subprocess.Popen(["sort"], stdin=subprocess.PIPE)
child.stdin.write(b"b\na\n")
child.stdin.flush()
child.wait()
