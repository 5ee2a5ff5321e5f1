"""Starts interpreters, one after the other, and waits for each.

pattern: start and shutdown
expect: lives
"""
import subprocess
import sys

for _ in range(25):
    subprocess.run([sys.executable, "-c", "import json, decimal"], check=True)
