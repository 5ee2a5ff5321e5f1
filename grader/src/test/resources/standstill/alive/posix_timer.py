import subprocess

child = subprocess.Popen(["timeout", "1", "cat"], stdin=subprocess.PIPE)
child.wait()
