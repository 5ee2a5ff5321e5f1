package procgrade.benchmarks;

import java.util.function.LongFunction;

/** Finds the size of a problem at which a program takes a wanted time on this machine. */
final class SizeFinder {
    /** Below this a run says more about the start of its process than about its work. */
    private static final double TELLING_SHARE = 0.2;

    private static final int GROWTH = 4;
    private static final double SLACK = 1e-6;

    private SizeFinder() {}

    /**
     * Runs the program at growing sizes, then computes the size from the last run.
     *
     * @param program the program for a size
     * @param smallest the size to begin with
     * @param seconds the wanted time
     * @param power the work grows with this power of the size
     * @return the size, rounded up to two digits
     */
    static long find(LongFunction<Contestant> program, long smallest, double seconds, double power) {
        long size = smallest;
        double elapsed = elapsed(program, size);
        while (elapsed < TELLING_SHARE * seconds) {
            size *= GROWTH;
            elapsed = elapsed(program, size);
        }
        return twoDigits(size * Math.pow(seconds / elapsed, 1 / power));
    }

    private static double elapsed(LongFunction<Contestant> program, long size) {
        return program.apply(size).run().get(Program.ELAPSED);
    }

    private static long twoDigits(double size) {
        long unit = 1;
        while (size / unit >= 100) {
            unit *= 10;
        }
        // without the slack, 30.000000000000004 would become 31
        return (long) Math.ceil(size / unit - SLACK) * unit;
    }
}
