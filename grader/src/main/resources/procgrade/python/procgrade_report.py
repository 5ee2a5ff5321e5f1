"""Says what the threads of this process are waiting for: read and run when the grader asks, see procgrade_stacks.py.

Lines of fields separated by tabs; docs/python-agent.md describes them. Nothing of the program is called: objects are
recognised by their classes and looked into, no more.
"""

import fcntl
import gc
import os
import struct
import sys

_MOST_THREADS = 200
_MOST_FRAMES = 60
_LONGEST_TEXT = 160
_F_GETPIPE_SZ = 1032
_FIONREAD = 0x541B
_LIBRARY = os.path.dirname(os.__file__) + "/"
_AGENT = __file__.rpartition("/")[0] + "/"
_OBJECTS = _AGENT + "procgrade_objects.py"


def _load_objects():
    """Not imported: the program must not find the agent among its modules."""
    with open(_OBJECTS, "rb") as file:
        code = compile(file.read(), _OBJECTS, "exec")
    module = {"__name__": "procgrade_objects", "__file__": _OBJECTS}
    exec(code, module)
    return [module[name] for name in ("attribute", "classes", "identify", "semaphore_id", "Names")]


attribute, classes, identify, semaphore_id, Names = _load_objects()

# (end of the file's name, function) of a frame of the library -> what a program does that calls it
_CALLS = {
    ("multiprocessing/queues.py", "get"): "get",
    ("multiprocessing/queues.py", "put"): "put",
    ("multiprocessing/queues.py", "join"): "all_done",
    ("multiprocessing/queues.py", "_finalize_join"): "flush",
    ("multiprocessing/queues.py", "join_thread"): "flush",
    ("multiprocessing/queues.py", "_feed"): "feed",
    ("multiprocessing/queues.py", "empty"): "ask",
    ("multiprocessing/queues.py", "full"): "ask",
    ("multiprocessing/queues.py", "qsize"): "ask",
    ("multiprocessing/synchronize.py", "__enter__"): "lock",
    ("multiprocessing/synchronize.py", "wait"): "notice",
    ("multiprocessing/synchronize.py", "wait_for"): "notice",
    ("multiprocessing/process.py", "join"): "join",
    ("multiprocessing/process.py", "is_alive"): "ask",
    ("multiprocessing/connection.py", "recv"): "recv",
    ("multiprocessing/connection.py", "recv_bytes"): "recv",
    ("multiprocessing/connection.py", "send"): "send",
    ("multiprocessing/connection.py", "send_bytes"): "send",
    ("multiprocessing/connection.py", "poll"): "select",
    ("multiprocessing/connection.py", "wait"): "select",
    ("multiprocessing/connection.py", "accept"): "accept",
    ("multiprocessing/managers.py", "_callmethod"): "manager",
    ("multiprocessing/managers.py", "serve_forever"): "serve",
    ("multiprocessing/pool.py", "get"): "result",
    ("multiprocessing/pool.py", "wait"): "result",
    ("multiprocessing/pool.py", "next"): "result",
    ("multiprocessing/pool.py", "join"): "pool_end",
    ("multiprocessing/pool.py", "_terminate_pool"): "pool_end",
    ("multiprocessing/pool.py", "worker"): "pool_task",
    ("multiprocessing/util.py", "_exit_function"): "exit",
    ("concurrent/futures/_base.py", "result"): "result",
    ("concurrent/futures/_base.py", "exception"): "result",
    ("concurrent/futures/_base.py", "wait"): "result",
    ("concurrent/futures/process.py", "shutdown"): "pool_end",
    ("concurrent/futures/process.py", "_process_worker"): "pool_task",
    ("concurrent/futures/thread.py", "shutdown"): "pool_end",
    ("subprocess.py", "wait"): "join",
    ("subprocess.py", "communicate"): "output",
    ("threading.py", "wait"): "notice",
    ("threading.py", "wait_for"): "notice",
    ("threading.py", "acquire"): "lock",
    ("threading.py", "join"): "thread_end",
    ("threading.py", "_shutdown"): "threads_end",
    ("queue.py", "get"): "get",
    ("queue.py", "put"): "put",
    ("queue.py", "join"): "all_done",
    ("asyncio/runners.py", "run"): "coroutine",
    ("asyncio/base_events.py", "run_until_complete"): "coroutine",
    ("asyncio/base_events.py", "run_forever"): "coroutine",
}


def _is_own(frame):
    """Whether a frame runs the program's code, and not that of Python or of an installed package."""
    file = frame.f_code.co_filename
    return not (
        file.startswith((_LIBRARY, _AGENT, "<"))
        or "/site-packages/" in file
        or "/dist-packages/" in file
    )


def _ends_with(frame, file, function):
    return frame.f_code.co_name == function and frame.f_code.co_filename.endswith("/" + file)


def _frames(top):
    """The frames of a thread, the innermost first. A forked child still has its parent's below its own."""
    frames = []
    while top is not None and len(frames) < _MOST_FRAMES:
        frames.append(top)
        if _ends_with(top, "multiprocessing/process.py", "_bootstrap"):
            break
        if top.f_back is not None and _ends_with(top.f_back, "multiprocessing/popen_fork.py", "_launch"):
            break
        top = top.f_back
    return frames


def _source(frame):
    """The line of the program's text that a frame is at."""
    try:
        with open(frame.f_code.co_filename, encoding="utf-8", errors="replace") as file:
            for number, line in enumerate(file, 1):
                if number == frame.f_lineno:
                    return line.strip()[:_LONGEST_TEXT]
    except (OSError, ValueError):
        pass
    return ""


def _call(frames):
    """What the program has called: of the library's frames above its own the one that it has called itself."""
    found = None
    for frame in frames:
        if _is_own(frame):
            break
        file = frame.f_code.co_filename
        for (end, function), action in _CALLS.items():
            if frame.f_code.co_name == function and file.endswith("/" + end):
                found = action, frame
    return found


def _written_lock(line):
    """The name of the lock in ``with NAME:`` or ``NAME.acquire()``; empty if there is none."""
    if line.startswith("with "):
        return line[len("with ") :].partition(":")[0].partition(" as ")[0].partition(",")[0].strip()
    before, found, _ = line.partition(".acquire(")
    start = len(before)
    while start > 0 and (before[start - 1].isalnum() or before[start - 1] in "._"):
        start -= 1
    return before[start:] if found else ""


def _look_up(frame, name):
    """The object that a name means in a frame; None if it has none."""
    first, *others = name.split(".")
    values = frame.f_locals
    thing = values.get(first, frame.f_globals.get(first))
    for other in others:
        attributes = attribute(thing, "__dict__")
        thing = attributes.get(other) if type(attributes) is dict else None
    return thing


def _is_above(frames, file, function):
    return any(_ends_with(frame, file, function) for frame in frames)


def _subject(action, frame):
    """The object that a call of the library is about."""
    values = frame.f_locals
    if action == "feed":
        return attribute(values.get("send_bytes"), "__self__") or values.get("writer")
    if action == "flush" and "self" not in values:
        return None
    return values.get("self")


def _items(values):
    """How full a queue or a barrier is, as far as that is known without waiting."""
    names = classes(values)
    if "synchronize.Barrier" in names or "threading.Barrier" in names:
        return "%s of %s" % (values.n_waiting, values.parties)
    if "queues.Queue" in names and attribute(values, "_maxsize"):
        left = attribute(values, "_sem")._semlock._get_value()
        size = attribute(values, "_maxsize")
        return "%d of %d" % (size - left, size) if size < 1 << 30 else ""
    if "queue.Queue" in names and values.maxsize > 0:
        return "%d of %d" % (len(values.queue), values.maxsize)
    return ""


def _fields(*values):
    cleaned = [str(value).encode("ascii", "backslashreplace").decode().replace("\t", " ") for value in values]
    return "\t".join(value.replace("\n", " ").replace("\r", " ") for value in cleaned)


class _Answer:
    def __init__(self, frame):
        self.lines = ["procgrade\t1"]
        self.names = Names()
        self.stacks = []
        self.written = set()
        process = sys.modules.get("multiprocessing.process")
        current = process.current_process() if process else None
        self.name = current.name if current else ""
        self._collect(frame)

    def _collect(self, frame):
        active = attribute(sys.modules.get("threading"), "_active") or {}
        main = None
        for ident, top in list(sys._current_frames().items())[:_MOST_THREADS]:
            thread = active.get(ident)
            frames = _frames(top)
            if any(one is frame for one in frames):
                main = ident
                self.stacks.insert(0, (os.getpid(), "", _frames(frame)))
            else:
                native = attribute(thread, "_native_id") or 0
                name = attribute(thread, "_name") or ""
                self.stacks.append((native, name, frames))
        if main is None:
            self.stacks.insert(0, (os.getpid(), "", _frames(frame)))

    def find_names(self):
        for module in ("__main__", "__mp_main__"):
            values = vars(sys.modules[module]) if module in sys.modules else {}
            for name in list(values):
                self.names.add(name, values[name])
        for _, _, frames in self.stacks:
            for frame in frames:
                if _is_own(frame):
                    values = frame.f_locals
                    for name in list(values):
                        self.names.add(name, values[name])

    def write(self):
        self.lines.append(_fields("process", self.name, os.getpid()))
        for native, name, frames in self.stacks:
            self.lines.append(_fields("thread", native, name))
            self._write_frames(frames)
            try:
                self._write_call(frames)
            except Exception as mistake:
                self.lines.append(_fields("trouble", repr(mistake)))
        for key, (kind, name) in self.names.by_id.items():
            self.lines.append(_fields("name", key, kind, name))
        for thing in list(self.names.things.values()):
            self._write_parts(thing)
        self._write_other_semaphores()

    def _write_frames(self, frames):
        shown = 0
        for frame in frames:
            if _is_own(frame):
                text = _source(frame) if shown == 0 else ""
                self.lines.append(
                    _fields("at", frame.f_lineno, frame.f_code.co_filename, frame.f_code.co_name, text)
                )
                shown += 1

    def _write_call(self, frames):
        found = _call(frames)
        if found is None:
            self._write_written_call(frames)
            return
        action, frame = found
        if action == "feed" and _is_above(frames, "threading.py", "wait"):
            action = "idle"
        subject = _subject(action, frame)
        kind, key = identify(subject)
        inner = "lock" if _is_above(frames[:2], "multiprocessing/synchronize.py", "__enter__") else ""
        detail = _items(subject) if action in ("get", "put", "notice") else ""
        self.lines.append(_fields("call", action, kind, key, inner, detail))
        if inner:
            self.lines.append(_fields("wants", semaphore_id(frames[0].f_locals.get("self"))))
        if action == "exit":
            self._write_exit(frames)
        if action in ("put", "feed", "send"):
            self._write_room(subject)

    def _write_written_call(self, frames):
        """Acquiring a lock leaves no frame of the library: the line of the program tells."""
        if not frames or not _is_own(frames[0]):
            return
        thing = _look_up(frames[0], _written_lock(_source(frames[0])))
        kind, key = identify(thing)
        if kind in ("lock", "semaphore", "condition"):
            self.lines.append(_fields("call", "lock", kind, key, "", ""))

    def _write_exit(self, frames):
        """What a process that has done its work waits for at its end."""
        for frame in frames:
            if _ends_with(frame, "multiprocessing/process.py", "join"):
                self.lines.append(_fields("call", "join", *identify(frame.f_locals.get("self")), "", ""))
            elif _ends_with(frame, "multiprocessing/queues.py", "_finalize_join"):
                self.lines.append(_fields("call", "flush", "", "", "", ""))
            elif _ends_with(frame, "multiprocessing/pool.py", "_terminate_pool"):
                self.lines.append(_fields("call", "pool_end", "", "", "", ""))

    def _write_room(self, subject):
        """How many bytes are in a pipe, and how many there is room for."""
        writer = attribute(subject, "_writer") or subject
        handle = attribute(writer, "_handle")
        if not isinstance(handle, int):
            return
        try:
            size = fcntl.fcntl(handle, _F_GETPIPE_SZ)
            count = struct.unpack("i", fcntl.ioctl(handle, _FIONREAD, b"\0\0\0\0"))[0]
            self.lines.append(_fields("room", count, size))
        except OSError:
            # a socket, whose buffers are counted in another way
            pass

    def _write_parts(self, thing):
        """The semaphores inside an object."""
        _, key = identify(thing)
        for part in ("", "_rlock", "_wlock", "_lock"):
            inner = attribute(thing, part) if part else thing
            if attribute(inner, "_semlock") is not None:
                self._write_semaphore(inner, key, part[1:])

    def _write_semaphore(self, thing, key, part):
        """How often this process has acquired it, and how many are left."""
        semaphore = thing._semlock
        try:
            value = semaphore._get_value()
        except (NotImplementedError, OSError):
            value = -1
        self.written.add(id(thing))
        self.lines.append(_fields("semaphore", semaphore_id(thing), key, part, semaphore._count(), value))

    def _write_other_semaphores(self):
        """Also those without a name: otherwise it would look as if nobody had them."""
        for thing in gc.get_objects():
            if type(thing).__module__ == "multiprocessing.synchronize" and id(thing) not in self.written:
                if "synchronize.SemLock" in classes(thing) and attribute(thing, "_semlock") is not None:
                    self._write_semaphore(thing, "", "")


def answer(frame, folder):
    """Writes the answer to a file that gets its name when it is complete."""
    made = _Answer(frame)
    made.find_names()
    made.write()
    path = "%s/%d" % (folder, os.getpid())
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        pass
    try:
        os.unlink(path + ".new")
    except FileNotFoundError:
        pass
    handle = os.open(path + ".new", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        data = ("\n".join(made.lines) + "\nend\n").encode("ascii", "backslashreplace")
        while data:
            data = data[os.write(handle, data) :]
    finally:
        os.close(handle)
    os.rename(path + ".new", path)
