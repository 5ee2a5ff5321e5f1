package procgrade.measure;

import java.util.List;
import java.util.Optional;
import procgrade.measure.SpeedupResult.Conclusion;

/**
 * Decides whether a program is fast enough, or how to go on. The answer depends on the recorded times only, so the same
 * record is judged in the same way again.
 *
 * @param factor how many times as fast the program must be, if every core is a whole one; more than 1
 */
public record SpeedupTest(double factor) {
    /** So many disturbed rounds more than others mean that it will not become better. */
    private static final int BUSY_LEAD = 3;

    /** And so many are enough in any case. */
    private static final int MOST_DISTURBED = 8;

    /** Fewer calibrations cannot say that a machine is unfit. */
    private static final int CALIBRATIONS = 3;

    /**
     * Decides.
     *
     * @param rounds all so far, in the order of measuring, made when caches and machine were warm
     * @return the answer, with the numbers that it rests on
     */
    public SpeedupResult judge(List<Round> rounds) {
        List<Round> counted =
                rounds.stream().filter(round -> !round.isDisturbed()).toList();
        int disturbed = (int) rounds.stream().filter(Round::isDisturbed).count();
        List<Double> ratios = counted.stream().map(Round::ratio).toList();
        Optional<Capacity> capacity = counted.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Capacity.of(counted.stream().map(Round::calibration).toList()));
        // who clears the bar without any allowance for the machine needs no calibration
        boolean fast = SignTest.decide(ratios, factor) == SignTest.Decision.FASTER;
        double bar = fast
                ? factor
                : capacity.map(known -> known.bar(factor, known.median())).orElse(factor);
        boolean busy = disturbed - counted.size() >= BUSY_LEAD || disturbed >= MOST_DISTURBED;
        Conclusion conclusion = fast ? Conclusion.FAST_ENOUGH : conclusion(ratios, capacity, busy);
        return new SpeedupResult(
                conclusion,
                ratios.isEmpty() ? Optional.empty() : Optional.of(Interval.of(ratios)),
                bar,
                capacity,
                disturbed);
    }

    private Conclusion conclusion(List<Double> ratios, Optional<Capacity> known, boolean busy) {
        if (busy) {
            return Conclusion.BUSY;
        }
        if (known.isEmpty()) {
            return Conclusion.MORE_ROUNDS;
        }
        Capacity capacity = known.get();
        if (ratios.size() >= CALIBRATIONS && capacity.isLow()) {
            return Conclusion.LOW_CAPACITY;
        }
        SignTest.Decision decision = SignTest.decide(ratios, capacity.bar(factor, capacity.median()));
        // on an unsteady machine an answer counts if the calibration that is least in its favour gives it, too
        boolean steady = capacity.isSteady();
        if (decidesBy(steady ? capacity.median() : capacity.highest(), ratios, capacity, SignTest.Decision.FASTER)) {
            return Conclusion.FAST_ENOUGH;
        }
        if (decidesBy(steady ? capacity.median() : capacity.lowest(), ratios, capacity, SignTest.Decision.SLOWER)) {
            return Conclusion.TOO_SLOW;
        }
        if (ratios.size() < SignTest.CAP) {
            return Conclusion.MORE_ROUNDS;
        }
        return decision == SignTest.Decision.UNDECIDED ? Conclusion.TOO_NEAR : Conclusion.UNSTEADY;
    }

    private boolean decidesBy(double cores, List<Double> ratios, Capacity capacity, SignTest.Decision decision) {
        return SignTest.decide(ratios, capacity.bar(factor, cores)) == decision;
    }
}
