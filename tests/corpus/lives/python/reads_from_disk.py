"""Reads a file that has been thrown out of the cache, again and again.

pattern: slow disk
expect: lives
"""
import os
import tempfile
import time

end = time.monotonic() + 2
with tempfile.TemporaryFile() as file:
    file.write(os.urandom(8_000_000))
    file.flush()
    os.fsync(file.fileno())
    while time.monotonic() < end:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        os.pread(file.fileno(), 8_000_000, 0)
        time.sleep(0.02)
