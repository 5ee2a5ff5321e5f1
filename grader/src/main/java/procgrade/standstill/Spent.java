package procgrade.standstill;

import java.time.Duration;
import java.util.Map;
import procgrade.observe.Usage;

/**
 * How the processes of a program have spent the time between two moments.
 *
 * @param before the earlier moment
 * @param after the later one
 */
record Spent(Usage before, Usage after) {
    private static final double NANOS_OF_SECOND = 1e9;
    private static final Usage.OfProcess NOTHING = new Usage.OfProcess(Duration.ZERO, 0, Map.of());
    private static final Usage.OfThread NEVER = new Usage.OfThread(Duration.ZERO, Duration.ZERO, 0);

    /** A process that somebody has seen to wake up more often than that in a second does it again and again. */
    private static final int AWAKENINGS = 3;

    /** Who wakes up so often in a second is awake at each look, and only the kernel's count shows that it has slept. */
    private static final int TIMESLICES = 10;

    /**
     * Whether a process used more than half of a core, or a thread of it computed for longer than it slept. What a thread
     * waited for a core is neither, so that it makes no difference how busy the machine is.
     */
    boolean computes(long pid, long tid) {
        Usage.OfProcess now = process(after, pid);
        long period = after.at().minus(before.at()).toNanos();
        if (2 * now.cpu().minus(process(before, pid).cpu()).toNanos() > period) {
            return true;
        }
        Duration delay =
                thread(after, pid, tid).delay().minus(thread(before, pid, tid).delay());
        long cpu = cpu(pid, tid).toNanos();
        return cpu > period - delay.toNanos() - cpu;
    }

    /** Processor time of one thread. */
    Duration cpu(long pid, long tid) {
        return thread(after, pid, tid).cpu().minus(thread(before, pid, tid).cpu());
    }

    /** Whether somebody in a process woke up again and again. */
    boolean wakesUpAgainAndAgain(long pid) {
        int awakenings = process(after, pid).awakenings() - process(before, pid).awakenings();
        return awakenings > AWAKENINGS * seconds();
    }

    /** Whether a thread was given a core again and again. */
    boolean isScheduledAgainAndAgain(long pid, long tid) {
        long timeslices =
                thread(after, pid, tid).timeslices() - thread(before, pid, tid).timeslices();
        return timeslices > TIMESLICES * seconds();
    }

    private double seconds() {
        return after.at().minus(before.at()).toNanos() / NANOS_OF_SECOND;
    }

    private static Usage.OfProcess process(Usage usage, long pid) {
        return usage.processes().getOrDefault(pid, NOTHING);
    }

    private static Usage.OfThread thread(Usage usage, long pid, long tid) {
        return process(usage, pid).threads().getOrDefault(tid, NEVER);
    }
}
