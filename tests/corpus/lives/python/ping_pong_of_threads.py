"""Four threads hand a turn round by semaphores.

pattern: hand-over
expect: lives
"""
import threading
import time

turns = [threading.Semaphore(0) for _ in range(4)]
end = time.monotonic() + 2.5


def play(number):
    while time.monotonic() < end:
        turns[number].acquire()
        turns[(number + 1) % 4].release()
    turns[(number + 1) % 4].release()


for number in range(4):
    threading.Thread(target=play, args=(number,)).start()
turns[0].release()
