"""Starts threads as fast as it can, up to 600."""
import threading
import time

for _ in range(600):
    threading.Thread(target=time.sleep, args=(10,), daemon=True).start()
time.sleep(10)
