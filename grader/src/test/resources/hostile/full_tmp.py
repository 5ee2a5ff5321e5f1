"""Fills the temporary folder, which has 256 MiB, but not with more than 512."""
try:
    with open("/tmp/full", "wb") as file:
        for _ in range(512):
            file.write(bytes(1 << 20))
except OSError:
    raise SystemExit(0)
raise SystemExit(1)
