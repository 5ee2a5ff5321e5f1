"""Writes and syncs a file while the parent waits.

pattern: slow disk
expect: lives
"""
import os
import tempfile
import time

child = os.fork()
if child == 0:
    end = time.monotonic() + 2
    with tempfile.TemporaryFile() as file:
        while time.monotonic() < end:
            file.seek(0)
            file.write(b"x" * 4_000_000)
            file.flush()
            os.fsync(file.fileno())
    os._exit(0)
os.waitpid(child, 0)
