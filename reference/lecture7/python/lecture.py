"""What the programs of the lecture share: their arguments and the passing of time.

Importing this module also settles two things for the importing program. Processes are started by fork, because
that is what duplicates the global variables, as the lecture says; Python 3.14 on Linux would start them another way
and leave the globals behind. And each line leaves the process when it is printed, as on a terminal, also if the
output goes to a file: otherwise the lines of a process would all appear at its end.
"""

import multiprocessing
import os
import re
import sys
import time

multiprocessing.set_start_method("fork")
sys.stdout.reconfigure(line_buffering=True, write_through=False)  # a line is one write, it cannot be torn


def seconds(length):
    """A time of so many seconds, times LECTURE7_TIME_SCALE if that is set (tests use 0.01)."""
    scale = os.environ.get("LECTURE7_TIME_SCALE", "1")
    if not re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,9})?", scale):
        fail('LECTURE7_TIME_SCALE must be a number such as 0.5, not "%s"' % printable(scale))
    return length * float(scale)


def sleep(length):
    """Sleeps so many seconds, scaled as seconds() does it."""
    time.sleep(seconds(length))


class Arguments:
    """The program's arguments. Each may be left out, from the last one on; a bad one ends the program."""

    def __init__(self, *names):
        self.names = names
        self.values = sys.argv[1:]
        if len(self.values) > len(names):
            wanted = "%d argument%s (%s)" % (len(names), "" if len(names) == 1 else "s", " ".join(names))
            fail("expected at most %s, got %d" % (wanted if names else "0 arguments", len(self.values)))

    def number(self, name, default, smallest, largest):
        """The whole number given as the argument called name."""
        value = self.value(name)
        if value is None:
            return default
        # 18 digits, because the same program in Java computes with 64 bits
        if not re.fullmatch("[0-9]{1,18}", value) or not smallest <= int(value) <= largest:
            fail('%s must be a whole number from %d to %d, not "%s"' % (name, smallest, largest, printable(value)))
        return int(value)

    def word(self, name, *choices):
        """The word given as the argument called name; the first choice is the default."""
        value = self.value(name)
        if value is None:
            return choices[0]
        if value not in choices:
            fail('%s must be %s, not "%s"' % (name, " or ".join(choices), printable(value)))
        return value

    def value(self, name):
        position = self.names.index(name)
        return self.values[position] if position < len(self.values) else None


def fail(message):
    """Ends the program as a wrong use of it: one line, exit code 2."""
    print(message, file=sys.stderr)
    sys.exit(2)


def printable(text):
    """The text as part of one line: other characters than ASCII's printable ones as ?, at most 40."""
    return re.sub("[^ -~]", "?", text)[:40]
