package procgrade.observe;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whether the processes of a run do anything, told by a {@link TreeSampler} from what it has read anyway. Threads that
 * only a Java virtual machine knows of do not count. This is to decide when a closer look is worth its price; it proves
 * nothing.
 *
 * <p>Written by one thread, to be read by any.
 */
public final class Pulse {
    private final Supplier<Usage> usage;
    private volatile Set<Long> pids = Set.of();
    private volatile Duration lastMove = Duration.ZERO;
    private volatile Duration lastStir = Duration.ZERO;

    /** Made by a sampler, which any thread may ask for the usage. */
    Pulse(Supplier<Usage> usage) {
        this.usage = usage;
    }

    void thereAre(Set<Long> now) {
        if (!pids.equals(now)) {
            pids = Set.copyOf(now);
        }
    }

    /** Learns from a look at a process of the program. */
    void feel(WatchedProcess process, long tick, Duration now) {
        if (process.hasActedIn(tick)) {
            lastMove = now;
        }
        if (process.hasStirredIn(tick)) {
            lastStir = now;
        }
    }

    /** {@return the processes that are there, also zombies, and those that stand around the program} */
    public Set<Long> pids() {
        return pids;
    }

    /** {@return when a thread of the program was last seen to have run, counted from the start of the run} */
    public Duration lastMove() {
        return lastMove;
    }

    /**
     * When a thread was last seen to have run for a moment only. In a Java virtual machine a thread that waits looks
     * from time to time whether it can go on; that is no move.
     *
     * @return counted from the start of the run
     */
    public Duration lastStir() {
        return lastStir;
    }

    /** {@return what the processes of the program that are alive have used until the sampler's last look} */
    public Usage usage() {
        return usage.get();
    }
}
