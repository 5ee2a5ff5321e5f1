import time
from multiprocessing import Process, Value


def work(flag):
    for _ in range(10):
        time.sleep(0.1)
    flag.value = 1


if __name__ == "__main__":
    flag = Value("i", 0)
    Process(target=work, args=(flag,)).start()
    while not flag.value:
        time.sleep(0.13)
