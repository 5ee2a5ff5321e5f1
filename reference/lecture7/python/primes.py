"""
$ ./procgrade run --python primes 1000000
primes up to 1000000: 78498
the last 5: [999953, 999959, 999961, 999979, 999983]
$ ./procgrade run --python primes 30
primes up to 30: 10
[2, 3, 5, 7, 11, 13, 17, 19, 23, 29]

Builds the sorted list of all prime numbers up to N (N included). A number is prime if no prime up to its square root
divides it. Computing larger primes depends on knowing smaller primes: one cannot naively chop the range 6..N and
distribute it to workers. primes_mw_sort.py does it with multiprocessing nevertheless.

For N > 1000 it prints the last primes only. For N < 5 the list that the slide begins with is too long already.

Argument: N (1000000).
"""

import math

from lecture import Arguments

primes = [2, 3, 5]


def isPrime(n):
    i = 0
    bound = int(math.sqrt(n) + 1)
    while primes[i] <= bound:
        if n % primes[i] == 0:
            return False
        i = i + 1
    return True


if __name__ == "__main__":
    arguments = Arguments("N")
    N = arguments.number("N", 1000000, 0, 2000000000)
    for i in range(6, N + 1):
        if isPrime(i):
            primes.append(i)
    while len(primes) > 0 and primes[-1] > N:
        primes.pop()

    print("primes up to %d: %d" % (N, len(primes)))
    if N <= 1000:
        print(primes)
    else:
        print("the last 5:", primes[-5:])
