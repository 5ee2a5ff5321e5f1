"""
$ ./procgrade run --python pi 1000000
pi = 3.1415926535897643
$ ./procgrade run --python pi 1
pi = 3.2

Approximates pi as 4 times the integral of 1/(1+x*x) from 0 to 1: N strips, each as high as the curve at its middle. The
larger N, the longer it takes: pi_mw.py does it with multiprocessing. For N = 0 the sum has no term and the program says
0.0 (on the slide it would divide by zero).

Argument: N (1000000).
"""

from lecture import Arguments


# a function, because python reads local variables faster than global ones: timed against pi_mw.py, whose worker
# is a function too, the slide's loop outside of any function would show a speedup that processes have no part in
def approximatePi(N):
    sum = 0.0
    for i in range(1, N + 1):
        x = (float(i) - 0.5) / float(N)
        sum = sum + 4.0 / (1.0 + x * x)
    return sum / float(N) if N > 0 else 0.0


if __name__ == "__main__":
    arguments = Arguments("N")
    N = arguments.number("N", 1000000, 0, 10**15)
    print("pi =", approximatePi(N))
