"""The first thread has ended, others go on.

pattern: many threads
expect: lives
"""
import ctypes
import os
import threading
import time


def finish():
    time.sleep(2.5)
    os._exit(0)


threading.Thread(target=finish).start()
ctypes.CDLL(None).pthread_exit(None)
