"""Writes up to 2 GB."""
import os

for _ in range(32_000):
    os.write(1, b"x" * 65_536)
