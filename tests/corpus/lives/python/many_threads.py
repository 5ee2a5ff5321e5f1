"""Two hundred threads wait for one that sleeps.

pattern: many threads
expect: lives
"""
import threading
import time

done = threading.Event()
for _ in range(200):
    threading.Thread(target=done.wait).start()
time.sleep(2.5)
done.set()
