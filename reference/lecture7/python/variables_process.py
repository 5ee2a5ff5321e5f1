"""
$ ./procgrade run --python variables_process
process 1: g1 = 11 g2 = [1] local = 1
process 2: g1 = 11 g2 = [2] local = 1
main: g1 = 10 g2 = []

Global variables are duplicated when a process starts: both processes begin with the g1 = 10 that main has set before.
From then on they are independent: each process changes its own g1 and g2, and neither the other process nor main sees
it. Compare variables_thread.py, the same program with threads. Local variables belong to one call of the function, here
and there.
"""

from multiprocessing import Process

from lecture import Arguments

g1 = 0
g2 = []


def task(number):
    global g1
    local = 0
    g1 = g1 + 1
    g2.append(number)
    local = local + 1
    print("process %d: g1 = %d g2 = %s local = %d" % (number, g1, g2, local))


if __name__ == "__main__":
    Arguments()
    p1 = Process(target=task, args=(1,))
    p2 = Process(target=task, args=(2,))
    g1 = 10  # after Process(...) but before start(): the processes see it
    p1.start()
    p1.join()  # one after the other, so that the lines come in this order
    p2.start()
    p2.join()
    print("main: g1 = %d g2 = %s" % (g1, g2))
