"""A grandchild without the parent's environment holds the pipe; its parent has long ended.

pattern: grandchild without a parent
expect: lives
"""
import os
import subprocess

reader, writer = os.pipe()
subprocess.run(
    ["sh", "-c", "(sleep 2.5; echo x >&%d) </dev/null >/dev/null 2>&1 &" % writer],
    pass_fds=[writer], env={"PATH": os.environ["PATH"]}, start_new_session=True, check=True)
os.close(writer)
print(os.read(reader, 1))
