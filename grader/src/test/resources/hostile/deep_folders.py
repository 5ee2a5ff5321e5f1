"""Nests folders deeper than a path can be."""
import os

for _ in range(2_000):
    os.mkdir("deep")
    os.chdir("deep")
