package procgrade.run;

import java.time.Duration;

/**
 * How often a running program is looked at. Looking costs processor time that a timed program may miss.
 *
 * @param tick time between two calls of the watchers, more than zero
 * @param poll time between two looks at whether the program's first process is still there, more than zero; how
 *     precise {@link RunOutcome#wall()} is
 */
public record Pace(Duration tick, Duration poll) {
    /** For runs whose processes are to be seen. */
    public static final Pace FULL = new Pace(Duration.ofMillis(10), Duration.ofMillis(2));

    /** For runs that are timed. */
    public static final Pace SPARSE = new Pace(Duration.ofMillis(100), Duration.ofMillis(2));

    /** Checks that both are positive. */
    public Pace {
        if (tick.isNegative() || tick.isZero() || poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException("a pace needs positive times: tick=" + tick + ", poll=" + poll);
        }
    }
}
