package procgrade.measure;

import java.time.Duration;

/**
 * One look at what the cores of a machine give at the same time.
 *
 * @param processes how many copies of a program that only computes ran at the same time, at least 2
 * @param alone time that one copy took when it ran alone, more than zero
 * @param together time from the start of all copies to the end of the last one, more than zero
 */
public record Calibration(int processes, Duration alone, Duration together) {
    /** Checks the ranges. */
    public Calibration {
        if (processes < 2 || alone.isNegative() || alone.isZero() || together.isNegative() || together.isZero()) {
            throw new IllegalArgumentException("a calibration needs 2 processes or more and times above zero: "
                    + processes + ", " + alone + ", " + together);
        }
    }

    /** {@return how many cores' worth of work was done at the same time, ideally {@code processes}} */
    public double capacity() {
        return processes * (double) alone.toNanos() / together.toNanos();
    }
}
