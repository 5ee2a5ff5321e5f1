"""A threading.Timer sets the event that all wait for.

pattern: timer
expect: lives
"""
import threading

event = threading.Event()
threading.Timer(2.5, event.set).start()
event.wait()
