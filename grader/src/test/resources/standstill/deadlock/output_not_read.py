"""Waits for a child that cannot end before its output is read."""
import subprocess
import sys

subprocess.Popen([sys.executable, "-S", "-c", "print('x' * 200000)"], stdout=subprocess.PIPE).wait()
