"""Two locks in different orders, between threads of one process."""
import threading

a, b, both = threading.Lock(), threading.Lock(), threading.Barrier(2)


def work(first, second):
    with first:
        both.wait()
        with second:
            pass


threading.Thread(target=work, args=(a, b)).start()
threading.Thread(target=work, args=(b, a)).start()
