"""Leaves a daemon: another session, forked twice, without the environment."""
import os

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execve("/bin/sleep", ["sleep", "60"], {})
    os._exit(0)
os.wait()
