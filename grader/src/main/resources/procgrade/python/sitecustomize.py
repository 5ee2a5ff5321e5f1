"""Loads procgrade's modules into a Python program that is being graded.

The grader puts this folder on PYTHONPATH, so every interpreter of the program imports this module at its start, also the
children of multiprocessing that are started by spawn or by a fork server. docs/python-agent.md says what it does.

The program must not notice: the sitecustomize that this one hides runs first, nothing here raises, and nothing but this
name stays in sys.path or sys.modules.
"""

# in the order of loading; each is a file procgrade_NAME.py of this folder
_MODULES = ("processes", "stacks", "pipes")


def _run_hidden(folder):
    """Runs the sitecustomize of the environment, if there is one."""
    import sys

    own = sys.modules.pop(__name__, None)
    sys.path[:] = [entry for entry in sys.path if entry != folder]
    try:
        import sitecustomize
    except ImportError as missing:
        if missing.name != __name__:
            raise
    finally:
        # the interpreter expects to find the name there
        sys.modules.setdefault(__name__, own)


def _load(folder, name):
    """Runs a module without importing it, which would leave a name that a program may look for."""
    path = folder + "/procgrade_" + name + ".py"
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec")
        exec(code, {"__name__": "procgrade_" + name, "__file__": path})
    except Exception:
        # a program is graded without this module rather than not at all
        pass


def _start():
    folder = __file__.rpartition("/")[0]
    try:
        _run_hidden(folder)
    finally:
        for name in _MODULES:
            _load(folder, name)


_start()
