package procgrade.benchmarks;

import java.util.function.LongFunction;

/** Finds the size of a problem at which a program takes a wanted time on this machine. */
final class SizeFinder {
    /** Below this a run says more about the start of its process than about its work. */
    private static final double TELLING_SHARE = 0.2;

    private static final int GROWTH = 4;

    private SizeFinder() {}

    /**
     * Runs the program at growing sizes, then computes the size from the last run and one with next to no work.
     *
     * @param program the program for a size
     * @param smallest the size to begin with
     * @param seconds the wanted time
     * @param power the work grows with this power of the size
     * @return the size, rounded to two digits
     */
    static long find(LongFunction<Contestant> program, long smallest, double seconds, double power) {
        double start = elapsed(program, 1);
        long size = smallest;
        double work = elapsed(program, size) - start;
        while (work < TELLING_SHARE * seconds) {
            size *= GROWTH;
            work = elapsed(program, size) - start;
        }
        return twoDigits(size * Math.pow(Math.max(seconds - start, work) / work, 1 / power));
    }

    private static double elapsed(LongFunction<Contestant> program, long size) {
        return program.apply(size).run().get(Program.ELAPSED);
    }

    private static long twoDigits(double size) {
        long unit = 1;
        while (size / unit >= 100) {
            unit *= 10;
        }
        return Math.round(size / unit) * unit;
    }
}
