"""Sleeps.

pattern: sleep
expect: lives
"""
import time

time.sleep(3)
