package procgrade.benchmarks.programs;

/**
 * One of several independent programs that together do the work of the lecture's PiMw: it adds up the terms of every
 * second (third ...) chunk with the loop of PiMw's worker, and knows of no other process.
 *
 * <p>Arguments: N, chunk, number of this program (0, 1 ...), number of programs.
 */
public final class PiShare {
    static long n;

    private PiShare() {}

    /** Takes N, chunk, share and shares. */
    public static void main(String[] arguments) {
        n = Long.parseLong(arguments[0]);
        long chunk = Long.parseLong(arguments[1]);
        long share = Long.parseLong(arguments[2]);
        long shares = Long.parseLong(arguments[3]);
        double sum = 0.0;
        for (long begin = share * chunk; begin < n; begin += shares * chunk) {
            long upperBound = Math.min(begin + chunk, n) + 1;
            // written like the worker's, in one method: JIT compilers leave variables of this loop in memory in both
            double partialSum = 0.0;
            for (double i = begin + 1; i < upperBound; i++) {
                double x = (i - 0.5) / (double) n;
                partialSum = partialSum + 4.0 / (1.0 + x * x);
            }
            sum += partialSum;
        }
        System.out.println("pi = " + sum / n + " and what the others add");
    }
}
