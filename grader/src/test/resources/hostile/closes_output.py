"""Closes all it has, and puts other files in their places."""
import os

for number in (0, 1, 2):
    os.close(number)
os.open("/dev/zero", os.O_RDWR)
os.open("/dev/null", os.O_RDWR)
os.write(1, b"nobody reads that")
os._exit(7)
