package procgrade.benchmarks;

import java.util.List;

/**
 * A line of the table: the samples of one contestant, or those of two and their ratio.
 *
 * @param measure what was measured
 * @param unit the unit of the samples
 * @param first whose samples are the numerators
 * @param firsts one sample for each round
 * @param second whose samples are the denominators; null if nothing is compared
 * @param seconds one sample for each round; empty if nothing is compared
 * @param target what the median of the ratios, or of the only samples, should reach; null if nothing was promised
 */
record Row(
        String measure,
        String unit,
        String first,
        List<Double> firsts,
        String second,
        List<Double> seconds,
        Target target) {

    /** A row without a comparison. */
    static Row single(String measure, String unit, Rounds rounds, String contestant, String figure, Target target) {
        return new Row(measure, unit, contestant, rounds.of(contestant, figure), null, List.of(), target);
    }

    /** A row that compares the same figure of two contestants. */
    static Row ratio(
            String measure, String unit, Rounds rounds, String figure, String first, String second, Target target) {
        return new Row(measure, unit, first, rounds.of(first, figure), second, rounds.of(second, figure), target);
    }

    boolean isComparison() {
        return second != null;
    }

    /** {@return the ratios of the pairs, one for each round; only for a comparison} */
    List<Double> ratios() {
        return Spread.ratios(firsts, seconds);
    }

    /** {@return the spread that the target is about} */
    Spread judged() {
        return Spread.of(isComparison() ? ratios() : firsts);
    }

    /** {@return yes or no; empty if nothing was promised} */
    String reached() {
        if (target == null) {
            return "";
        }
        return target.isReachedBy(judged().median()) ? "yes" : "no";
    }
}
