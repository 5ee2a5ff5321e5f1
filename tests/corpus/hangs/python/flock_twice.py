"""The same process locks a file through two descriptors.

pattern: lock twice, files
expect: DEADLOCK
"""
import fcntl
import tempfile

with tempfile.NamedTemporaryFile() as file:
    with open(file.name) as again:
        fcntl.flock(file, fcntl.LOCK_EX)
        fcntl.flock(again, fcntl.LOCK_EX)
