package procgrade.observe;

import java.time.Duration;
import java.util.Optional;

/**
 * What the scheduler has done with one thread: {@code /proc/PID/task/TID/schedstat}, described in the kernel's
 * {@code Documentation/scheduler/sched-stats.rst}. Times count in nanoseconds; those of a thread that is running now
 * lag by up to one tick of the scheduler (1 to 10 ms).
 *
 * @param cpu time on a core
 * @param runDelay time it was ready to run and had to wait for a core
 * @param timeslices how often it got a core; does not change while a thread is blocked
 */
public record SchedStat(Duration cpu, Duration runDelay, long timeslices) {
    static final int LIMIT_BYTES = 128;

    private static final int FIELDS = 3;

    /**
     * Parses the content of the file.
     *
     * @param content the whole file
     * @return the reading; empty if malformed, and for {@code 0 0 0}, which kernels without scheduler statistics write
     */
    public static Optional<SchedStat> parse(byte[] content) {
        long[] fields = new long[FIELDS];
        boolean counted = Digits.parse(content, fields) == FIELDS && (fields[0] | fields[1] | fields[2]) != 0;
        return counted
                ? Optional.of(new SchedStat(Duration.ofNanos(fields[0]), Duration.ofNanos(fields[1]), fields[2]))
                : Optional.empty();
    }
}
