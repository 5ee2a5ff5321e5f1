"""A shell waits for a program that computes; the parent reads the shell's output.

pattern: computes while all else waits
expect: lives
"""
import subprocess
import sys

work = "import time\nend = time.monotonic() + 2.5\nwhile time.monotonic() < end: pass\nprint('done')"
child = subprocess.Popen(["sh", "-c", '"$0" -c "$1"; :', sys.executable, work], stdout=subprocess.PIPE)
print(child.stdout.read())
