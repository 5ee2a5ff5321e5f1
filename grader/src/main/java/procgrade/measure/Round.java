package procgrade.measure;

import java.time.Duration;
import java.util.Optional;

/**
 * One round of measuring: all programs once, with the same size, and a calibration of the machine.
 *
 * @param oneWorker time of the program with one worker; empty if it was not run, for it cannot be the faster baseline
 * @param sequential time of the sequential program; empty if there is none
 * @param workers time of the program with several workers, more than zero
 * @param calibration of the machine, made next to the runs
 * @param disturbance by others, in that part of the round in which it was worst
 */
public record Round(
        Optional<Duration> oneWorker,
        Optional<Duration> sequential,
        Duration workers,
        Calibration calibration,
        Disturbance disturbance) {
    /** Checks that there is something to compare. */
    public Round {
        if (oneWorker.isEmpty() && sequential.isEmpty() || workers.isNegative() || workers.isZero()) {
            throw new IllegalArgumentException("a round compares a time above zero with another one: " + workers + ", "
                    + oneWorker + ", " + sequential);
        }
    }

    /** {@return the time to compare with: that of the faster baseline} */
    public Duration baseline() {
        if (oneWorker.isEmpty() || sequential.isEmpty()) {
            return oneWorker.or(() -> sequential).orElseThrow();
        }
        Duration own = oneWorker.get();
        Duration other = sequential.get();
        return own.compareTo(other) <= 0 ? own : other;
    }

    /** {@return how many times as fast the several workers were} */
    public double ratio() {
        return (double) baseline().toNanos() / workers.toNanos();
    }

    /** {@return whether others used so much of the cores that it does not count} */
    public boolean isDisturbed() {
        return disturbance.isTooMuch();
    }
}
