"""An alarm without a handler ends the child; the parent, which waits for the child, goes on.

pattern: alarm
expect: lives
"""
import os
import signal

child = os.fork()
if child == 0:
    signal.alarm(2)
    reader, writer = os.pipe()
    os.read(reader, 1)
    os._exit(0)
print(os.waitpid(child, 0))
