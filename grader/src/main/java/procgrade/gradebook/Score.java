package procgrade.gradebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a submission's points come to on a scale: earned by countable, times the top of the scale. So a check that could
 * not be judged costs nothing, and a student whom the machine failed can still reach the top. Every file with grades takes
 * them from here: two decimals, half up.
 */
public final class Score {
    private static final int DECIMALS = 2;
    /** Sums of doubles are exact to more digits than these; what comes after them is noise. */
    private static final int EXACT = 6;

    private static final double PERCENT = 100;

    private Score() {}

    /**
     * The score of a submission. What could not be read scores 0; of what the grader failed at nothing is known.
     *
     * @param row its result
     * @param top of the scale, finite and not negative
     * @return two decimals; empty if nothing about it could be judged, and nobody should enter anything
     */
    public static Optional<BigDecimal> of(Row row, double top) {
        return of(row.state(), row.earned(), row.countable(), top);
    }

    /**
     * The score as per cent.
     *
     * @param row the result of a submission
     * @return two decimals, 0 to 100; empty as for {@link #of(Row, double)}
     */
    public static Optional<BigDecimal> percent(Row row) {
        return of(row, PERCENT);
    }

    /**
     * The score of points.
     *
     * @param earned what the submission got, finite and not negative
     * @param countable what could be judged
     * @param top of the scale
     * @return two decimals; empty if nothing could be judged
     */
    public static Optional<BigDecimal> of(double earned, double countable, double top) {
        BigDecimal judged = exact(countable);
        if (judged.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal whole = exact(earned).multiply(BigDecimal.valueOf(top));
        return Optional.of(whole.divide(judged, DECIMALS, RoundingMode.HALF_UP));
    }

    static Optional<BigDecimal> of(Row.State state, double earned, double countable, double top) {
        return switch (state) {
            case GRADED -> of(earned, countable, top);
            case REFUSED -> Optional.of(BigDecimal.ZERO.setScale(DECIMALS));
            case GRADER_ERROR -> Optional.empty();
        };
    }

    private static BigDecimal exact(double points) {
        return BigDecimal.valueOf(points).setScale(EXACT, RoundingMode.HALF_UP);
    }
}
