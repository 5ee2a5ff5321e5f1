package procgrade.run;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How often a running program is looked at. Looking costs processor time that a timed program may miss. Who has been idle
 * for a second will probably be for another, so the ticks are then half as many; who has started nobody for a second will
 * probably go on with what it does.
 *
 * @param tick time between two calls of the watchers, more than zero
 * @param poll time between two looks at whether the program's first process is still there, more than zero; how
 *     precise {@link RunOutcome#wall()} is
 * @param steady the least of both as long as the program only goes on with what it does; zero if that makes no difference
 * @param idle the least of both as long as no watcher has seen the program do anything for a while; zero if that makes
 *     no difference
 */
public record Pace(Duration tick, Duration poll, Duration steady, Duration idle) {
    /** For runs whose processes are to be seen. */
    public static final Pace FULL =
            new Pace(Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(30));

    /** For runs that are timed. */
    public static final Pace SPARSE =
            new Pace(Duration.ofMillis(100), Duration.ofMillis(2), Duration.ZERO, Duration.ZERO);

    private static final Duration IDLE_FOR_LONG = Duration.ofSeconds(1);

    /** Checks that they are positive. */
    public Pace {
        boolean never = tick.isZero() || poll.isZero();
        if (never || Stream.of(tick, poll, steady, idle).anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("a pace needs positive times: tick=" + tick + ", poll=" + poll
                    + ", steady=" + steady + ", idle=" + idle);
        }
    }

    /**
     * Time until the next tick.
     *
     * @param idleFor how long the program has been idle; zero if it is not
     * @param isSteady whether it only goes on with what it does
     */
    long tickNanos(Duration idleFor, boolean isSteady) {
        if (idleFor.isZero()) {
            return Math.max(tick.toNanos(), isSteady ? steady.toNanos() : 0);
        }
        boolean forLong = idleFor.compareTo(IDLE_FOR_LONG) >= 0;
        return Math.max(tick.toNanos(), idle.toNanos() * (forLong ? 2 : 1));
    }

    /** Time until the next look whether the program has ended, which costs next to nothing. */
    long pollNanos(Duration idleFor, boolean isSteady) {
        Duration least = !idleFor.isZero() ? idle : isSteady ? steady : Duration.ZERO;
        return Math.max(poll.toNanos(), least.toNanos());
    }
}
