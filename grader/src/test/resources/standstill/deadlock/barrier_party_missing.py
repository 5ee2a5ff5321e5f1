"""Three parties are expected and two come."""
from multiprocessing import Barrier, Process

if __name__ == "__main__":
    barrier = Barrier(3)
    for _ in range(2):
        Process(target=barrier.wait).start()
