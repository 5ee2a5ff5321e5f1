package procgrade.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How some samples are spread.
 *
 * @param median the middle one, or the mean of the two middle ones
 * @param least the smallest
 * @param most the largest
 * @param count how many there are
 */
record Spread(double median, double least, double most, int count) {

    /**
     * The spread of samples in any order.
     *
     * @param samples at least one
     * @throws IllegalArgumentException if there is none
     */
    static Spread of(List<Double> samples) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("no samples to take the median of; measure at least once");
        }
        var sorted = new ArrayList<>(samples);
        sorted.sort(null);
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1), sorted.size());
    }

    /**
     * The ratio within each pair, which noise that lasts longer than a pair leaves alone.
     *
     * @param numerators one sample for each pair
     * @param denominators one sample for each pair, in the same order, none 0
     * @throws IllegalArgumentException if they are not equally many
     */
    static List<Double> ratios(List<Double> numerators, List<Double> denominators) {
        if (numerators.size() != denominators.size()) {
            throw new IllegalArgumentException("cannot pair " + numerators.size() + " samples with "
                    + denominators.size() + "; measure both in every round");
        }
        return IntStream.range(0, numerators.size())
                .mapToObj(i -> numerators.get(i) / denominators.get(i))
                .toList();
    }
}
