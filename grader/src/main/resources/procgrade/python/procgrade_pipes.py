"""Makes pipes hold less, if the grader wants to know whether a program relies on their size.

PROCGRADE_PIPE_BYTES is the variable that procgrade's Java library reads, too. Linux rounds up to a page, 4096 bytes.
"""

import os

_BYTES = int(os.environ.get("PROCGRADE_PIPE_BYTES", "0") or "0")
_F_SETPIPE_SZ = 1031


def _shrink_pipes():
    import fcntl

    original = os.pipe

    def pipe():
        ends = original()
        try:
            fcntl.fcntl(ends[1], _F_SETPIPE_SZ, _BYTES)
        except OSError:
            pass
        return ends

    pipe.__doc__ = original.__doc__
    os.pipe = pipe


def _shrink_connections():
    """Two-way connections of multiprocessing are socket pairs; their module is changed when it has been loaded."""
    import sys

    class Hook:
        """Lets the others find the module, and changes it afterwards."""

        @staticmethod
        def find_spec(name, path=None, target=None):
            if name != "multiprocessing.connection":
                return None
            sys.meta_path.remove(Hook)
            for finder in sys.meta_path:
                spec = finder.find_spec(name, path, target)
                if spec is not None:
                    _change_when_loaded(spec.loader)
                    return spec
            return None

    sys.meta_path.insert(0, Hook)


def _change_when_loaded(loader):
    execute = loader.exec_module

    def exec_module(module):
        execute(module)
        try:
            module.Pipe = _smaller(module.Pipe)
        except AttributeError:
            pass

    loader.exec_module = exec_module


def _smaller(original):
    def Pipe(duplex=True):
        import socket

        ends = original(duplex)
        if duplex:
            for end in ends:
                with socket.socket(fileno=os.dup(end.fileno())) as copy:
                    copy.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _BYTES)
        return ends

    Pipe.__doc__ = original.__doc__
    return Pipe


if _BYTES > 0:
    _shrink_pipes()
    _shrink_connections()
