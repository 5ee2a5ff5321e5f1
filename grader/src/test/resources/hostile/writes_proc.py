"""Gives itself a name that looks like the end of another process, and writes wherever it may about itself."""
import os

for path, text in (
    ("/proc/self/comm", b") Z 1 1 1"),
    ("/proc/self/oom_score_adj", b"1000"),
    ("/proc/self/timerslack_ns", b"1000000000"),
    ("/proc/self/clear_refs", b"5"),
):
    try:
        with open(path, "wb", buffering=0) as file:
            file.write(text)
    except OSError:
        pass
# asked only: a machine whose sandbox allows it should not suffer from a test
doors = ("sysrq-trigger", "sys/kernel/pid_max", "sys/kernel/core_pattern", "sys/kernel/modprobe", "sys/vm/drop_caches")
open_doors = [door for door in doors if os.access("/proc/" + door, os.W_OK)]
os.write(2, " ".join(open_doors).encode())
os._exit(4 if open_doors else 3)
