package procgrade.measure;

import java.util.List;

/**
 * Wald's sequential probability ratio test on the signs of interleaved pairs (Sequential Analysis, 1947), which knows
 * nothing about the distribution of times. A pair is a win if the program was fast enough in it. Tested is a
 * probability of winning of at least 0.8 against one of at most 0.2: each pair is worth ln 4, and errors of less than
 * 1 % on either side need ln 99, which a lead of 4 exceeds. With a true probability of 0.8 the error is
 * 1 / (1 + 4^4) = 0.4 % and it takes 6.6 pairs on average; with 0.7 it is 3.3 %.
 */
final class SignTest {
    /** Wins more than losses, or losses more than wins, that decide. */
    static final int LEAD = 4;

    /** After so many pairs without a lead the program is too near to the bar to tell. */
    static final int CAP = 16;

    private SignTest() {}

    /** What the pairs so far say. */
    enum Decision {
        FASTER,
        SLOWER,
        /** More pairs are needed. */
        OPEN,
        /** More pairs would not help. */
        UNDECIDED
    }

    /** Whether the first time over the second reaches a factor, pair by pair in the order of measuring. */
    static Decision decide(List<Double> ratios, double bar) {
        int lead = 0;
        for (double ratio : ratios.subList(0, Math.min(CAP, ratios.size()))) {
            lead += ratio >= bar ? 1 : -1;
            if (lead == LEAD) {
                return Decision.FASTER;
            }
            if (lead == -LEAD) {
                return Decision.SLOWER;
            }
        }
        return ratios.size() < CAP ? Decision.OPEN : Decision.UNDECIDED;
    }
}
