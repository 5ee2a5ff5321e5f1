"""Reads a pipe to its end, which does not come while the reader itself has it open for writing.

pattern: never-closed pipe end
expect: DEADLOCK
"""
import os

reader, writer = os.pipe()
if os.fork() == 0:
    os.write(writer, b"hello")
    os._exit(0)
with os.fdopen(reader, "rb") as pipe:
    print(pipe.read())
