package procgrade.measure;

import java.util.Collection;
import java.util.List;

/**
 * What the cores of a machine gave at the same time, over several calibrations.
 *
 * @param processes how many were tried at the same time
 * @param median cores' worth of work, ideally {@code processes}
 * @param lowest of the calibrations
 * @param highest of the calibrations
 * @param spread distance of the quartiles, as a share of the median
 */
public record Capacity(int processes, double median, double lowest, double highest, double spread) {
    /** Below this share of the processes, cores are shared with somebody: this is no machine for measuring. */
    static final double LEAST = 0.6;

    /** Above this spread the machine changed while it was measured. */
    static final double MOST_SPREAD = 0.1;

    /** A sequential program has a ratio of 1; a bar nearer to it could not tell one from noise. */
    private static final double LOWEST_BAR = 1.1;

    /**
     * Puts calibrations together.
     *
     * @param calibrations at least one, all of the same number of processes
     * @return the capacity
     */
    public static Capacity of(Collection<Calibration> calibrations) {
        List<Double> sorted =
                calibrations.stream().map(Calibration::capacity).sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("a capacity needs at least one calibration");
        }
        double median = Interval.quantile(sorted, 0.5);
        double spread = (Interval.quantile(sorted, 0.75) - Interval.quantile(sorted, 0.25)) / median;
        return new Capacity(
                calibrations.iterator().next().processes(),
                median,
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                spread);
    }

    boolean isLow() {
        return median < LEAST * processes;
    }

    boolean isSteady() {
        return spread <= MOST_SPREAD;
    }

    /** The factor that a program must reach here, which would reach another one if every core were a whole one. */
    double bar(double factor, double capacity) {
        double share = Math.min(1, capacity / processes);
        return Math.min(factor, Math.max(LOWEST_BAR, factor * share));
    }
}
