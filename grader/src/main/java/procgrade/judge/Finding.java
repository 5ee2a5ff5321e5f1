package procgrade.judge;

import java.util.List;

/**
 * What a judge concludes: a verdict and why, as data.
 *
 * @param verdict what became of the check
 * @param rationale what happened, in one line for a student; empty if the verdict is PASSED
 * @param help what to look at or do; empty if nobody knows
 * @param expected what should have been; empty if the rationale says it all
 * @param actual what was; empty if the rationale says it all
 * @param details further lines for a reader, such as one for each process; possibly none
 * @param command the run it is about, as a command line to try; empty if it is about none
 */
public record Finding(
        Verdict verdict,
        String rationale,
        String help,
        String expected,
        String actual,
        List<String> details,
        String command) {
    /** The finding of a check that holds. */
    public static final Finding PASSED = of(Verdict.PASSED, "");

    private static final String TRY_AGAIN = "try again when the machine has less to do";

    /** Copies the list. */
    public Finding {
        details = List.copyOf(details);
    }

    /**
     * A finding with a rationale only.
     *
     * @param verdict what became of the check
     * @param rationale why, in one line
     * @return the finding
     */
    public static Finding of(Verdict verdict, String rationale) {
        return new Finding(verdict, rationale, "", "", "", List.of(), "");
    }

    /**
     * Adds the way out.
     *
     * @param text what to look at or do
     * @return a new finding
     */
    public Finding withHelp(String text) {
        return new Finding(verdict, rationale, text, expected, actual, details, command);
    }

    /**
     * Adds what should have been and what was.
     *
     * @param wanted what should have been
     * @param found what was
     * @return a new finding
     */
    public Finding comparing(String wanted, String found) {
        return new Finding(verdict, rationale, help, wanted, found, details, command);
    }

    /**
     * Adds further lines.
     *
     * @param lines each complete in itself
     * @return a new finding
     */
    public Finding withDetails(List<String> lines) {
        return new Finding(verdict, rationale, help, expected, actual, lines, command);
    }

    /**
     * Adds what goes before the rationale.
     *
     * @param circumstance under which it happened, a part of a sentence
     * @return a new finding
     */
    public Finding because(String circumstance) {
        String whole = circumstance + "; " + rationale;
        return new Finding(verdict, whole, help, expected, actual, details, command);
    }

    /**
     * Adds the run it is about.
     *
     * @param line a command line
     * @return a new finding
     */
    public Finding about(String line) {
        return new Finding(verdict, rationale, help, expected, actual, details, line);
    }

    /**
     * The finding of a check that other programs have spoiled.
     *
     * @param rationale what they did, and what cannot be told because of it
     * @return a finding with the verdict NOT_MEASURABLE
     */
    static Finding disturbed(String rationale) {
        return of(Verdict.NOT_MEASURABLE, rationale).withHelp(TRY_AGAIN);
    }

    /** {@return whether other programs have spoiled the check, so that it may come out differently another time} */
    public boolean isDisturbed() {
        return verdict == Verdict.NOT_MEASURABLE && help.equals(TRY_AGAIN);
    }

    /** {@return whether the check holds} */
    public boolean passed() {
        return verdict == Verdict.PASSED;
    }

    /** {@return what a student may see if the check is hidden: the verdict, and why it was not tried} */
    public Finding hidden() {
        String why = verdict == Verdict.SKIPPED ? ", because a check that it needs did not pass" : "";
        return of(verdict, passed() ? "" : "this check is hidden: " + verdict.words() + why);
    }
}
