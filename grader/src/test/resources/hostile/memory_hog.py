"""Takes memory, up to 1 GB in 4 processes, and keeps it for ten seconds."""
import os
import time

os.fork()
os.fork()
kept = []
for _ in range(64):
    kept.append(b"x" * (4 << 20))
    time.sleep(0.005)
time.sleep(10)
