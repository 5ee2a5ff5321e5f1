"""A Perl program is ended by its alarm.

pattern: alarm
expect: lives
needs: perl
"""
import subprocess

child = subprocess.Popen(["perl", "-e", "alar" "m 2; <STDIN>"], stdin=subprocess.PIPE)
print(child.wait())
