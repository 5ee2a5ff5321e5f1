"""Forks as fast as it can, up to some 600 processes, and for ten seconds at most."""
import os
import time

end = time.monotonic() + 10
count = os.open("count", os.O_CREAT | os.O_RDWR | os.O_APPEND)
while time.monotonic() < end:
    if os.fstat(count).st_size < 600:
        os.write(count, b".")
        os.fork()
    else:
        time.sleep(0.1)
