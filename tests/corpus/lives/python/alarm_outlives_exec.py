"""The child sets an alarm and becomes another program, which the alarm ends.

pattern: alarm
expect: lives
"""
import signal
import subprocess

child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, preexec_fn=lambda: signal.alarm(2))
print(child.wait())
