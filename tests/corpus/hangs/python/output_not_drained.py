"""The child writes more than a pipe takes, and the parent waits for its end before it reads.

pattern: child's output not drained
expect: DEADLOCK
"""
import subprocess
import sys

child = subprocess.Popen([sys.executable, "-c", "print('line\\n' * 50000)"], stdout=subprocess.PIPE)
child.wait()
print(len(child.stdout.read()))
