package procgrade.measure;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One round of measuring: a calibration of the machine, and all programs once, with the same size. While others use the
 * cores, the programs are not run.
 *
 * @param oneWorker time of the program with one worker; empty if it was not run, for it cannot be the faster baseline
 * @param sequential time of the sequential program; empty if there is none
 * @param workers time of the program with several workers, more than zero; empty if others used the cores
 * @param work processor time of the program with several workers, all its processes together; empty where that is not
 *     known
 * @param calibration of the machine, made before the runs
 * @param disturbance by others, in that part of the round in which it was worst
 */
public record Round(
        Optional<Duration> oneWorker,
        Optional<Duration> sequential,
        Optional<Duration> workers,
        Optional<Duration> work,
        Calibration calibration,
        Disturbance disturbance) {
    /** Of the time of a baseline, which is known to some ten percent: less than that cannot be the same work. */
    private static final double LACKING = 0.6;

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
        return new Round(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), calibration, disturbance);
    }

    /**
     * The time to compare with, in a round that counts: that of the faster baseline, but no more than the processor time
     * that several workers needed. For so long one core would have been busy with what they have done; who takes longer
     * with one worker has idled, or has done something that several leave out. So nobody is faster by more than the cores
     * that he kept busy.
     *
     * @return the time
     */
    public Duration baseline() {
        Duration faster = fasterBaseline();
        return work.filter(time -> time.compareTo(faster) < 0).orElse(faster);
    }

    private Duration fasterBaseline() {
        return Stream.of(oneWorker, sequential)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * Which share of the work of a baseline the program has done with several workers, by processor time. It starts more
     * processes, so an honest program has a share of more than 1.
     *
     * @return the share; 1 where it is not known
     */
    public double shareOfWork() {
        return work.map(time -> (double) time.toNanos() / fasterBaseline().toNanos())
                .orElse(1.0);
    }

    /** {@return whether so much is missing that it cannot be the same work} */
    public boolean lacksWork() {
        return shareOfWork() < LACKING;
    }

    /**
     * How many times as fast the several workers were, in a round that counts. For who has left out the work, what he has
     * saved is no speedup: of that, the share that was done is left.
     *
     * @return the factor
     */
    public double ratio() {
        double factor = (double) baseline().toNanos() / workers.orElseThrow().toNanos();
        return lacksWork() ? Math.min(factor, shareOfWork()) : factor;
    }

    /** {@return whether others used so much of the cores that it does not count} */
    public boolean isDisturbed() {
        return disturbance.isTooMuch();
    }
}
