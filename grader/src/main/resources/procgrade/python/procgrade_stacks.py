"""Answers the grader's question what the threads of this process are waiting for.

The question is a signal, sent only once it is proved that the program stands still, or when it is about to be stopped: so
no answer can change what is proved. A handler written in Python runs although the main thread is blocked, because the
signal interrupts its system call, which Python then resumes (PEP 475). The answer is made by procgrade_report.py, which is
read only then.
"""

import _signal
import os

# SIGRTMIN+11 of Linux; nothing sends it by itself
_SIGNAL = 45
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
