package procgrade.lecture7;

import java.util.Arrays;

/**
 * <pre>
 * $ ./procgrade run Primes 1000000
 * primes up to 1000000: 78498
 * the last 5: [999953, 999959, 999961, 999979, 999983]
 * $ ./procgrade run Primes 30
 * primes up to 30: 10
 * [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
 * </pre>
 *
 * Builds the sorted list of all prime numbers up to N (N included). A number is prime if no prime up to its square root
 * divides it. Computing larger primes depends on knowing smaller primes: one cannot naively chop the range 6..N and
 * distribute it to workers. {@link PrimesMwSort} does it with multiprocessing nevertheless.
 *
 * <p>For N &gt; 1000 it prints the last primes only. For N &lt; 5 the list that the slide begins with is too long
 * already.
 *
 * <p>Argument: N (1000000).
 */
public class Primes {
    static int[] primes = {2, 3, 5};
    static int size = 3; // so many primes, the rest of the array is free

    static boolean isPrime(int n) {
        int i = 0;
        int bound = (int) (Math.sqrt(n) + 1);
        while (primes[i] <= bound) {
            if (n % primes[i] == 0) {
                return false;
            }
            i = i + 1;
        }
        return true;
    }

    // Python's primes.append; an ArrayList<Integer> takes five times the memory
    static void append(int prime) {
        if (size == primes.length) {
            primes = Arrays.copyOf(primes, 2 * size);
        }
        primes[size] = prime;
        size = size + 1;
    }

    /** Takes N. */
    public static void main(String[] args) {
        Arguments arguments = new Arguments(args, "N");
        int N = arguments.number("N", 1_000_000, 0, 2_000_000_000);
        for (int i = 6; i < N + 1; i++) {
            if (isPrime(i)) {
                append(i);
            }
        }
        while (size > 0 && primes[size - 1] > N) {
            size = size - 1;
        }

        System.out.println("primes up to " + N + ": " + size);
        if (N <= 1000) {
            System.out.println(Arrays.toString(Arrays.copyOf(primes, size)));
        } else {
            System.out.println("the last 5: " + Arrays.toString(Arrays.copyOfRange(primes, size - 5, size)));
        }
    }
}
