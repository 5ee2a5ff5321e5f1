package procgrade.measure;

import java.util.Optional;

/**
 * What rounds of measuring say about a program.
 *
 * @param conclusion the answer
 * @param speedup median and interval of the ratios; empty if no round counts
 * @param bar the factor that was asked for on this machine; the one of the rubric if the machine was not calibrated
 * @param capacity of the machine; empty if no round counts
 * @param disturbed rounds that were discarded, because other programs used the cores
 */
public record SpeedupResult(
        Conclusion conclusion, Optional<Interval> speedup, double bar, Optional<Capacity> capacity, int disturbed) {
    /** The answers. */
    public enum Conclusion {
        /** The program is fast enough. */
        FAST_ENOUGH,
        /** It is not. */
        TOO_SLOW,
        /** Another round is needed. */
        MORE_ROUNDS,
        /** Other programs used the cores in too many rounds. */
        BUSY,
        /** The cores of this machine give too little at the same time. */
        LOW_CAPACITY,
        /** What they give changed too much, and the answer depends on it. */
        UNSTEADY,
        /** The program is too near to the bar to tell. */
        TOO_NEAR
    }
}
