package procgrade.benchmarks.programs;

import procgrade.multiprocessing.trace.Trace;

/**
 * Writes records of the event trace and measures the nanoseconds of each; to be started with the variable that switches
 * the trace on.
 *
 * <p>Several rounds: the first is reported as cold, the second is left out, the median of the others is reported.
 *
 * <p>Arguments: how many records for each round, rounds (3 or more).
 */
public final class TraceCost {
    private static final int WARM_UP = 2;

    private TraceCost() {}

    /** Takes the number of records and the number of rounds. */
    public static void main(String[] arguments) {
        int records = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        if (!Trace.ON) {
            throw new IllegalStateException("the trace is off: set " + Trace.VARIABLE + " to a folder");
        }
        int object = Trace.define("queue-0");
        double[] warm = new double[rounds - WARM_UP];
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            for (int i = 0; i < records; i++) {
                Trace.record(Trace.PUT, object, i);
            }
            double nanos = (double) (System.nanoTime() - begun) / records;
            if (round == 0) {
                Figures.print("cold_ns", nanos);
            } else if (round >= WARM_UP) {
                warm[round - WARM_UP] = nanos;
            }
        }
        Figures.print("record_ns", Figures.median(warm));
    }
}
