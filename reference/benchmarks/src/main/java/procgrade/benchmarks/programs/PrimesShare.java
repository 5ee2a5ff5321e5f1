package procgrade.benchmarks.programs;

import java.util.Arrays;

/**
 * One of several independent programs that together do the work of the lecture's PrimesMwSort: it finds the small primes
 * for itself and then the primes of every second (third ...) chunk with the test of PrimesMwSort's worker, and knows of
 * no other process.
 *
 * <p>Arguments: N, chunk, number of this program (0, 1 ...), number of programs.
 */
public final class PrimesShare {
    static int[] primes = {2, 3, 5};
    static int count = 3;

    private PrimesShare() {}

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

    /** Takes N, chunk, share and shares. */
    public static void main(String[] arguments) {
        int n = Integer.parseInt(arguments[0]);
        int chunk = Integer.parseInt(arguments[1]);
        int share = Integer.parseInt(arguments[2]);
        int shares = Integer.parseInt(arguments[3]);
        int m = 6;
        while (primes[count - 1] <= Math.sqrt(n) + 1) {
            addIfPrime(m);
            m = m + 1;
        }
        for (long begin = m + (long) share * chunk; begin <= n; begin += (long) shares * chunk) {
            find((int) begin, (int) Math.min(begin + chunk, n + 1L));
        }
        System.out.println("primes up to " + n + ": " + count + " and what the others find");
    }

    private static void find(int lowerBound, int upperBound) {
        for (int i = lowerBound; i < upperBound; i++) {
            addIfPrime(i);
        }
    }

    private static void addIfPrime(int number) {
        if (isPrime(number)) {
            if (count == primes.length) {
                primes = Arrays.copyOf(primes, 2 * count);
            }
            primes[count++] = number;
        }
    }
}
