"""The worker sleeps while the master joins it.

pattern: sleep
expect: lives
variants: fork spawn forkserver
"""
import sys
import time
from multiprocessing import Process, set_start_method

if __name__ == "__main__":
    set_start_method(sys.argv[1])
    worker = Process(target=time.sleep, args=(2.5,))
    worker.start()
    worker.join()
