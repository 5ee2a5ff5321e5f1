"""The tasks of an executor sleep; its other threads wait.

pattern: sleep
expect: lives
"""
import time
from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        list(executor.map(time.sleep, [1.2] * 4))
