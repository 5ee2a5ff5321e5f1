package procgrade.run;

import java.time.Duration;

/**
 * How often a running program is looked at. Looking costs processor time that a timed program may miss. Who has been idle
 * for a second will probably be for another, so the ticks are then half as many.
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

    private static final Duration IDLE_FOR_LONG = Duration.ofSeconds(1);

    /** Checks that they are positive. */
    public Pace {
        if (tick.isNegative() || tick.isZero() || poll.isNegative() || poll.isZero() || idle.isNegative()) {
            throw new IllegalArgumentException(
                    "a pace needs positive times: tick=" + tick + ", poll=" + poll + ", idle=" + idle);
        }
    }

    /**
     * Time until the next tick.
     *
     * @param idleFor how long the program has been idle; zero if it is not
     */
    long tickNanos(Duration idleFor) {
        if (idleFor.isZero()) {
            return tick.toNanos();
        }
        boolean forLong = idleFor.compareTo(IDLE_FOR_LONG) >= 0;
        return Math.max(tick.toNanos(), idle.toNanos() * (forLong ? 2 : 1));
    }

    /** Time until the next look whether the program has ended, which costs next to nothing. */
    long pollNanos(Duration idleFor) {
        return Math.max(poll.toNanos(), idleFor.isZero() ? 0 : idle.toNanos());
    }
}
