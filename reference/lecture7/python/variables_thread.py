"""
$ ./procgrade run --python variables_thread
thread 1: g1 = 11 g2 = [1] local = 1
thread 2: g1 = 12 g2 = [1, 2] local = 1
main: g1 = 12 g2 = [1, 2]

Global variables are the same variables in all threads: what one thread changes is seen by the others. Compare
variables_process.py, the same program with processes. Local variables belong to one call of the function, here and
there.
"""

from threading import Thread

from lecture import Arguments

g1 = 0
g2 = []


def task(number):
    global g1
    local = 0
    g1 = g1 + 1
    g2.append(number)
    local = local + 1
    print("thread %d: g1 = %d g2 = %s local = %d" % (number, g1, g2, local))


if __name__ == "__main__":
    Arguments()
    t1 = Thread(target=task, args=(1,))
    t2 = Thread(target=task, args=(2,))
    g1 = 10
    t1.start()
    t1.join()  # one after the other: g1 = g1 + 1 by two threads at once could lose one of the two
    t2.start()
    t2.join()
    print("main: g1 = %d g2 = %s" % (g1, g2))
