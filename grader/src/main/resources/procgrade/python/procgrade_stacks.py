"""Answers the grader's question what the threads of this process are waiting for.

The question is a signal, sent only once it is proved that the program stands still, or when it is about to be stopped: so
no answer can change what is proved. A handler written in Python runs although the main thread is blocked, because the
signal interrupts its system call, which Python then resumes (PEP 475). The answer is made by procgrade_report.py, which is
read only then.
"""

import _signal
import os
import sys

# SIGRTMIN+11 of Linux; nothing sends it by itself
_SIGNAL = 45
# SIGRTMIN+10: sent to who does not answer
_SIGNAL_OF_INTERPRETER = 44
# far above those that a program gets, which are the lowest that are free
_DESCRIPTOR = 900
_FOLDER = os.environ.get("TMPDIR", "")
_REPORT = __file__.rpartition("/")[0] + "/procgrade_report.py"


def _answer(signum, frame):
    try:
        with open(_REPORT, "rb") as file:
            code = compile(file.read(), _REPORT, "exec")
        module = {"__name__": "procgrade_report", "__file__": _REPORT}
        exec(code, module)
        module["answer"](frame, _FOLDER + "/.procgrade-stacks")
    except Exception:
        # no answer: the grader does without
        pass


if _FOLDER and _signal.getsignal(_SIGNAL) == _signal.SIG_DFL:
    _signal.signal(_SIGNAL, _answer)


def _open_for_interpreter():
    path = "%s/.procgrade-stacks/%d.lines" % (_FOLDER, os.getpid())
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
    os.dup2(opened, _DESCRIPTOR, False)
    os.close(opened)


def _open_in_child():
    try:
        _open_for_interpreter()
    except OSError:
        # what the child would say must not be taken for what its parent says
        try:
            os.close(_DESCRIPTOR)
        except OSError:
            pass


def _register_interpreter():
    """While the main thread is in C code that does not return, no handler in Python runs: then it writes the lines itself."""
    known = "faulthandler" in sys.modules
    import faulthandler

    if not known:
        del sys.modules["faulthandler"]
    try:
        os.mkdir(_FOLDER + "/.procgrade-stacks", 0o700)
    except FileExistsError:
        pass
    _open_for_interpreter()
    faulthandler.register(_SIGNAL_OF_INTERPRETER, file=_DESCRIPTOR, all_threads=True, chain=False)
    os.register_at_fork(after_in_child=_open_in_child)


if _FOLDER and _signal.getsignal(_SIGNAL_OF_INTERPRETER) == _signal.SIG_DFL:
    _register_interpreter()
