"""Waits for an event that nobody sets."""
from multiprocessing import Event, Process

if __name__ == "__main__":
    event = Event()
    Process(target=event.wait).start()
    event.wait()
