"""Gets from a queue that nobody puts into."""
from multiprocessing import Queue

Queue().get()
