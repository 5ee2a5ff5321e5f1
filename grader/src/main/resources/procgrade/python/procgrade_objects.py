"""Recognises the objects of multiprocessing and threading, and finds the program's names for them.

Read and run by procgrade_report.py only. Nothing of the program is called: objects are looked into, no more.
"""

import os
import sys

_MOST_NAMES = 400
_MOST_ITEMS = 64


def classes(thing):
    """Names of its classes, each with the last part of its module: ``queues.Queue``."""
    names = []
    for one in type(thing).__mro__:
        module = getattr(one, "__module__", "")
        if isinstance(module, str):
            names.append(module.rpartition(".")[2] + "." + one.__name__)
    return names


def attribute(thing, name):
    """An attribute as the object has it, without code of the program; None if there is none."""
    try:
        return object.__getattribute__(thing, name)
    except Exception:
        return None


def _file_id(connection):
    handle = attribute(connection, "_handle")
    if not isinstance(handle, int):
        return ""
    try:
        return "file:%d" % os.fstat(handle).st_ino
    except OSError:
        return ""


def semaphore_id(thing):
    """The same in all processes: a name after spawn, an address in shared memory after fork."""
    semaphore = attribute(thing, "_semlock")
    if semaphore is None:
        return ""
    return "sem:%s" % (semaphore.name or semaphore.handle)


def identify(thing):
    """The kind of an object and an id that is the same in all processes; two empty texts if it is of no interest."""
    names = classes(thing)
    if "queues.Queue" in names or "queues.SimpleQueue" in names:
        return "queue", _file_id(attribute(thing, "_reader"))
    if "connection._ConnectionBase" in names:
        return "connection", _file_id(thing)
    if "synchronize.Barrier" in names or "synchronize.Event" in names:
        kind = "barrier" if "synchronize.Barrier" in names else "event"
        return kind, semaphore_id(attribute(attribute(thing, "_cond"), "_wait_semaphore"))
    if "synchronize.Condition" in names:
        return "condition", semaphore_id(attribute(thing, "_wait_semaphore"))
    if "synchronize.SemLock" in names:
        kind = "semaphore" if "synchronize.Semaphore" in names else "lock"
        return kind, semaphore_id(thing)
    if "process.BaseProcess" in names or "subprocess.Popen" in names:
        popen = thing if "subprocess.Popen" in names else attribute(thing, "_popen")
        pid = attribute(popen, "pid")
        return "process", "pid:%d" % pid if isinstance(pid, int) else ""
    return _identify_local(thing, names)


_LOCAL = {
    "queue.Queue": "queue",
    "_queue.SimpleQueue": "queue",
    "_thread.lock": "lock",
    "_thread.RLock": "lock",
    "threading.Condition": "condition",
    "threading.Event": "event",
    "threading.Barrier": "barrier",
    "threading.Semaphore": "semaphore",
    "threading.Thread": "thread",
    "pool.ApplyResult": "result",
    "pool.Pool": "pool",
    "process.ProcessPoolExecutor": "pool",
    "thread.ThreadPoolExecutor": "pool",
    "_base.Future": "result",
}


def _identify_local(thing, names):
    for name in names:
        if name in _LOCAL:
            return _LOCAL[name], "local:%x" % id(thing)
    return "", ""


class Names:
    """The program's names for its objects."""

    def __init__(self):
        self.by_id = {}
        self.things = {}

    def add(self, name, thing, deep=2):
        if len(self.by_id) >= _MOST_NAMES or name.startswith("__"):
            return
        kind, key = identify(thing)
        if key:
            self.by_id.setdefault(key, (kind, name))
            self.things.setdefault(key, thing)
        elif deep > 0:
            self._add_parts(name, thing, deep - 1)

    def _add_parts(self, name, thing, deep):
        if type(thing) in (list, tuple):
            for index, part in enumerate(thing[:_MOST_ITEMS]):
                self.add("%s[%d]" % (name, index), part, deep)
        elif type(thing) is dict:
            for key in list(thing)[:_MOST_ITEMS]:
                if type(key) in (int, str):
                    self.add("%s[%r]" % (name, key), thing[key], deep)
        elif not isinstance(thing, type(sys)) and not isinstance(thing, type):
            attributes = attribute(thing, "__dict__")
            if type(attributes) is dict and name == "self":
                for key in list(attributes)[:_MOST_ITEMS]:
                    if isinstance(key, str):
                        self.add(name + "." + key, attributes[key], deep)
