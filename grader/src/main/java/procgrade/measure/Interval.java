package procgrade.measure;

import java.util.Collection;
import java.util.List;

/**
 * A median and an interval around it that knows nothing about the distribution of the values: its ends are two of the
 * values, and the number of values below the true median is binomial (David and Nagaraja: Order Statistics, 7.1).
 *
 * @param median the middle value, or the mean of the two in the middle
 * @param low the lower end
 * @param high the upper end
 * @param confidence probability that such an interval holds the true median; at least 0.95 from 6 values on
 * @param count number of values
 */
public record Interval(double median, double low, double high, double confidence, int count) {
    private static final double WANTED = 0.95;

    /**
     * The shortest interval with a confidence of at least 0.95, or the whole range if that has less.
     *
     * @param values at least one, finite
     * @return the median and the interval
     */
    public static Interval of(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int count = sorted.size();
        if (count == 0) {
            throw new IllegalArgumentException("a median needs at least one value");
        }
        int cut = 0;
        while (2 * (cut + 1) < count && confidence(count, cut + 1) >= WANTED) {
            cut++;
        }
        return new Interval(
                quantile(sorted, 0.5), sorted.get(cut), sorted.get(count - 1 - cut), confidence(count, cut), count);
    }

    /** Probability that the true median lies between the values that remain when some are cut off on either side. */
    private static double confidence(int count, int cut) {
        double tail = 0;
        double term = Math.pow(0.5, count);
        for (int k = 0; k <= cut; k++) {
            tail += term;
            term = term * (count - k) / (k + 1);
        }
        return 1 - 2 * tail;
    }

    /** Linear between the two nearest values (Hyndman and Fan 1996, definition 7). */
    static double quantile(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}
