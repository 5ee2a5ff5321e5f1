"""Three thousand threads wait for one that sleeps.

pattern: many threads
expect: lives
"""
import threading
import time

threading.stack_size(128 * 1024)
done = threading.Event()
for _ in range(3000):
    threading.Thread(target=done.wait).start()
time.sleep(2)
done.set()
