"""Three processes hand a turn round by shared semaphores.

pattern: hand-over
expect: lives
"""
import time
from multiprocessing import Process, Semaphore


def play(mine, next_one, end):
    while time.monotonic() < end:
        mine.acquire()
        next_one.release()
    next_one.release()


if __name__ == "__main__":
    turns = [Semaphore(0) for _ in range(3)]
    end = time.monotonic() + 2.5
    players = [Process(target=play, args=(turns[i], turns[(i + 1) % 3], end)) for i in range(3)]
    for player in players:
        player.start()
    turns[0].release()
    for player in players:
        player.join()
