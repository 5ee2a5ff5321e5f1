package procgrade.measure;

import java.time.Duration;
import java.util.Optional;

/**
 * One round of measuring: a calibration of the machine, and all programs once, with the same size. While others use the
 * cores, the programs are not run.
 *
 * @param oneWorker time of the program with one worker; empty if it was not run, for it cannot be the faster baseline
 * @param sequential time of the sequential program; empty if there is none
 * @param workers time of the program with several workers, more than zero; empty if others used the cores
 * @param calibration of the machine, made before the runs
 * @param disturbance by others, in that part of the round in which it was worst
 */
public record Round(
        Optional<Duration> oneWorker,
        Optional<Duration> sequential,
        Optional<Duration> workers,
        Calibration calibration,
        Disturbance disturbance) {
    /** Checks that there is something to compare, unless it does not count. */
    public Round {
        boolean compares = (oneWorker.isPresent() || sequential.isPresent())
                && workers.filter(time -> time.compareTo(Duration.ZERO) > 0).isPresent();
        if (!compares && !disturbance.isTooMuch()) {
            throw new IllegalArgumentException("a round compares a time above zero with another one: " + workers + ", "
                    + oneWorker + ", " + sequential);
        }
    }

    /**
     * A round that ended before anything was run, because others used the cores.
     *
     * @param calibration of the machine
     * @param disturbance meanwhile, which is too much
     * @return it
     */
    public static Round withoutRuns(Calibration calibration, Disturbance disturbance) {
        return new Round(Optional.empty(), Optional.empty(), Optional.empty(), calibration, disturbance);
    }

    /** {@return the time to compare with: that of the faster baseline; there is one in each round that counts} */
    public Duration baseline() {
        if (oneWorker.isEmpty() || sequential.isEmpty()) {
            return oneWorker.or(() -> sequential).orElseThrow();
        }
        Duration own = oneWorker.get();
        Duration other = sequential.get();
        return own.compareTo(other) <= 0 ? own : other;
    }

    /** {@return how many times as fast the several workers were, in a round that counts} */
    public double ratio() {
        return (double) baseline().toNanos() / workers.orElseThrow().toNanos();
    }

    /** {@return whether others used so much of the cores that it does not count} */
    public boolean isDisturbed() {
        return disturbance.isTooMuch();
    }
}
