"""
$ ./procgrade run --python RunFunctionProcessWArgs
arg1= One
arg2= 2

Runs a function with parameters in a process of its own: the arguments are given in the order in which the function
expects them, and they arrive with their types, a text as a text and a number as a number.
"""

from multiprocessing import Process

from lecture import Arguments


def task(arg1, arg2):
    # display a message
    print("arg1=", arg1)
    print("arg2=", arg2)


if __name__ == "__main__":
    Arguments()
    # create a process
    p = Process(target=task, args=("One", 2))
    p.start()
    p.join()
