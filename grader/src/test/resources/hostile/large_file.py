"""Makes a file of 1 GiB without content, and is not allowed to make it larger."""
import os

with open("large", "wb") as file:
    os.truncate(file.fileno(), 1 << 30)
    try:
        os.truncate(file.fileno(), (1 << 30) + 1)
    except OSError:
        raise SystemExit(0)
raise SystemExit(1)
