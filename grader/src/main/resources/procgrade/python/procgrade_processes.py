"""Records how the children of this process ended, for a grader that cannot see it.

PROCGRADE_PROCESSES names the file. The end of a child is known to whoever waits for it, so the functions of os that wait
are replaced by ones that write down what they give: one line, "end PID STATUS", with the status of wait(2).
"""

import os

_FILE = os.environ.get("PROCGRADE_PROCESSES", "")


def _record(pid, status):
    try:
        file = os.open(_FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            os.write(file, b"end %d %d\n" % (pid, status))
        finally:
            os.close(file)
    except OSError:
        pass


def _recording(original):
    def wait(*arguments, **named):
        result = original(*arguments, **named)
        if result[0] > 0:
            _record(result[0], result[1])
        return result

    wait.__name__ = wait.__qualname__ = original.__name__
    wait.__doc__ = original.__doc__
    return wait


if _FILE:
    for _name in ("wait", "waitpid", "wait3", "wait4"):
        setattr(os, _name, _recording(getattr(os, _name)))
