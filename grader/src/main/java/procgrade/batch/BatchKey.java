package procgrade.batch;

import procgrade.collect.HandIn;
import procgrade.engine.Fingerprint;
import procgrade.engine.RubricEdition;
import procgrade.submission.SubmissionLimits;

/**
 * What decides how a hand-in is graded, apart from the hand-in. A result that was made with the same key need not be made
 * again: its inputs and all that judges it would be the same.
 *
 * @param configuration of all hand-ins, 32 hexadecimal digits
 * @param seed of the whole batch, at least 0
 */
public record BatchKey(String configuration, long seed) {
    private static final String FORMAT = "procgrade batch 1";
    private static final int HEXADECIMAL = 16;
    private static final int DIGITS = 15;
    private static final long SEEDS = 1_000_000_000;

    /**
     * The key of a batch.
     *
     * @param edition of the rubric and the grader
     * @param seed of the whole batch, at least 0
     * @param measured whether speedups are measured
     * @param limits of what is handed in
     * @return the key
     */
    public static BatchKey of(RubricEdition edition, long seed, boolean measured, SubmissionLimits limits) {
        String configuration = new Fingerprint()
                .with(FORMAT)
                .with(edition.fingerprint())
                .with(Long.toString(seed))
                .with(measured ? "measured" : "not measured")
                .with(limits.toString())
                .toString();
        return new BatchKey(configuration, seed);
    }

    /**
     * The key of one hand-in.
     *
     * @param handIn which
     * @return 32 hexadecimal digits; others for other content, or if it would be graded in another way
     */
    public String of(HandIn handIn) {
        return new Fingerprint().with(configuration).with(handIn.fingerprint()).toString();
    }

    /**
     * The seed of one hand-in's inputs. It depends on the content and not on the order, so whenever and beside whomever
     * it is graded, its inputs are the same.
     *
     * @param handIn which
     * @return 0 to 999 999 999
     */
    public long seed(HandIn handIn) {
        String digits = new Fingerprint()
                .with(Long.toString(seed))
                .with(handIn.fingerprint())
                .toString();
        return Long.parseLong(digits.substring(0, DIGITS), HEXADECIMAL) % SEEDS;
    }
}
