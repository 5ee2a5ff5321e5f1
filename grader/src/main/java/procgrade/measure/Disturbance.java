package procgrade.measure;

/**
 * How much others used of the cores of the machine while something was timed.
 *
 * @param foreignCores how many cores others kept busy on average, at least 0
 * @param cores that could be used, at least 1
 * @param spare how many of them nobody needed for what was timed, at least 0 and less than {@code cores}
 */
public record Disturbance(double foreignCores, int cores, int spare) {
    /** Nothing known of any. */
    public static final Disturbance NONE = new Disturbance(0, 1, 0);

    /**
     * The share of the needed cores in other hands that is still put up with. A program that uses all cores loses as much
     * speedup, and the bars of rubrics are more than that below what a good program reaches. Idle machines stay below it:
     * of 60 runs of half a second on two cores the worst had a share of 0.08, the median one 0.02. A browser that uses a
     * fifth of a core is at the limit.
     */
    static final double MOST = 0.1;

    /** Checks the ranges. */
    public Disturbance {
        if (!(foreignCores >= 0) || spare < 0 || cores <= spare) {
            throw new IllegalArgumentException(
                    "of " + cores + " cores " + spare + " cannot be spare and " + foreignCores + " in other hands");
        }
    }

    /** {@return the share of the needed cores that others used, 0 to 1} */
    public double share() {
        return Math.min(1, Math.max(0, foreignCores - spare) / (cores - spare));
    }

    /** {@return whether a time that was taken meanwhile has to be discarded} */
    public boolean isTooMuch() {
        return share() > MOST;
    }
}
