package procgrade.multiprocessing;

import java.time.Duration;
import java.util.Objects;

/** Turns the time-outs that callers give into nanoseconds that the kernel package understands. */
final class Deadline {
    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    /** Starts to count; a time-out too long for a long is as good as 292 years. */
    static Deadline after(Duration timeout) {
        return new Deadline(System.nanoTime() + nanos(timeout));
    }

    /** What is left, 0 or less if nothing. */
    long leftNanos() {
        return endNanos - System.nanoTime();
    }

    /**
     * The time-out in nanoseconds.
     *
     * @throws IllegalArgumentException if it is negative
     */
    static long nanos(Duration timeout) {
        Objects.requireNonNull(
                timeout, "time-out must not be null; use the method without a time-out to wait for ever");
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("time-out must not be negative: " + timeout
                    + "; use Duration.ZERO to look once, or the method without a time-out to wait for ever");
        }
        return timeout.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : timeout.toNanos();
    }

    private static final Duration LONGEST = Duration.ofDays(36_500);
}
