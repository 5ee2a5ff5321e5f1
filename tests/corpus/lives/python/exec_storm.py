"""Starts short programs, one after the other.

pattern: many short processes
expect: lives
"""
import subprocess
import time

end = time.monotonic() + 2.5
while time.monotonic() < end:
    subprocess.run(["true"], check=True)
