package procgrade.run;

import java.time.Duration;

/**
 * How often a running program is looked at. Looking costs processor time that a timed program may miss.
 *
 * @param tick time between two calls of the watchers, more than zero
 * @param poll time between two looks at whether the program's first process is still there, more than zero; how
 *     precise {@link RunOutcome#wall()} is
 * @param idle the least of both as long as no watcher has seen the program do anything for a while; zero if that makes
 *     no difference
 */
public record Pace(Duration tick, Duration poll, Duration idle) {
    /** For runs whose processes are to be seen. */
    public static final Pace FULL = new Pace(Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofMillis(30));

    /** For runs that are timed. */
    public static final Pace SPARSE = new Pace(Duration.ofMillis(100), Duration.ofMillis(2), Duration.ZERO);

    /** Checks that they are positive. */
    public Pace {
        if (tick.isNegative() || tick.isZero() || poll.isNegative() || poll.isZero() || idle.isNegative()) {
            throw new IllegalArgumentException(
                    "a pace needs positive times: tick=" + tick + ", poll=" + poll + ", idle=" + idle);
        }
    }

    long tickNanos(boolean isIdle) {
        return Math.max(tick.toNanos(), isIdle ? idle.toNanos() : 0);
    }

    long pollNanos(boolean isIdle) {
        return Math.max(poll.toNanos(), isIdle ? idle.toNanos() : 0);
    }
}
