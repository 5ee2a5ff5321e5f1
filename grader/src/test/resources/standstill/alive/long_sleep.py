import time
from multiprocessing import Process

if __name__ == "__main__":
    worker = Process(target=time.sleep, args=(1,))
    worker.start()
    worker.join()
