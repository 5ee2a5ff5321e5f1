package procgrade.gradebook;

import procgrade.judge.Finding;
import procgrade.judge.Verdict;

/**
 * What one check came to for one submission; the short form of an outcome that a whole class is kept in.
 *
 * @param check id of the check
 * @param sentence what it says
 * @param verdict what became of it
 * @param earned points that the submission got
 * @param countable points that count
 * @param points what the check is worth
 * @param hidden whether a student may see no more than the verdict
 * @param rationale why, in one line; empty if it passed
 */
public record Mark(
        String check,
        String sentence,
        Verdict verdict,
        double earned,
        double countable,
        double points,
        boolean hidden,
        String rationale) {
    /** {@return why, as far as a student may know; empty if it passed} */
    public String disclosed() {
        return hidden ? Finding.of(verdict, rationale).hidden().rationale() : rationale;
    }
}
