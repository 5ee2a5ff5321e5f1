"""Leaves a child that has the output open and writes to it later."""
import os
import time

if os.fork() == 0:
    time.sleep(30)
    print("child ends")
else:
    os.write(1, b"master ends")
    os._exit(0)
