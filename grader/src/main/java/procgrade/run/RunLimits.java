package procgrade.run;

import java.time.Duration;

/**
 * What a run may use before it is stopped.
 *
 * @param wall time from start to end, more than zero
 * @param outputBytes standard output and standard error together
 * @param memoryBytes resident memory of all its processes together
 * @param processes processes alive at the same time
 * @param threads threads of all processes alive at the same time
 */
public record RunLimits(Duration wall, long outputBytes, long memoryBytes, int processes, int threads) {
    /** What a program of the lecture never needs. */
    public static final RunLimits DEFAULT = new RunLimits(Duration.ofSeconds(60), 16L << 20, 4L << 30, 128, 4096);

    /** Checks that all limits are positive. */
    public RunLimits {
        if (wall.isNegative() || wall.isZero() || outputBytes < 1 || memoryBytes < 1 || processes < 1 || threads < 1) {
            throw new IllegalArgumentException("the limits of a run must be positive: wall=" + wall + ", outputBytes="
                    + outputBytes + ", memoryBytes=" + memoryBytes + ", processes=" + processes + ", threads="
                    + threads);
        }
    }

    /**
     * The same limits but for the time.
     *
     * @param limit from start to end
     * @return the limits
     */
    public RunLimits within(Duration limit) {
        return new RunLimits(limit, outputBytes, memoryBytes, processes, threads);
    }
}
