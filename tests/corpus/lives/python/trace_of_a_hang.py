"""A watchdog thread in C, faulthandler's, ends the program.

pattern: timer
expect: lives
"""
import faulthandler
import os
import sys

reader, writer = os.pipe()
if os.fork() == 0:
    sys.stderr = open(os.devnull, "w")
    faulthandler.dump_traceback_later(2.5, exit=True, file=sys.stderr)
    os.read(reader, 1)
os.wait()
