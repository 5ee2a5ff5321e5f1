package procgrade.report;

import java.util.Locale;
import procgrade.engine.CheckOutcome;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;

/** What a verdict is called. */
final class Words {
    private Words() {}

    /** The word at the beginning of a line. */
    static String onScreen(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "PASS";
            case SKIPPED -> "SKIP";
            case NOT_MEASURABLE -> "N/A";
            case GRADER_ERROR -> "ERROR";
            case WRONG_OUTPUT,
                    CRASHED,
                    DEADLOCK,
                    NO_PROGRESS,
                    TIME_LIMIT,
                    OUTPUT_LIMIT,
                    MEMORY_LIMIT,
                    WRONG_PROCESSES,
                    LEFT_PROCESSES,
                    TOO_SLOW,
                    BUILD_FAILED -> "FAIL";
        };
    }

    /** Whether the submission is to blame: what the closing line counts as failed. */
    static boolean isFailure(Verdict verdict) {
        return onScreen(verdict).equals("FAIL");
    }

    /** The verdict as words of a sentence: {@code wrong output}. */
    static String spelled(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The finding that may be shown: of a hidden check no more than the verdict. */
    static Finding disclosed(CheckOutcome outcome) {
        Finding finding = outcome.finding();
        if (!outcome.hidden()) {
            return finding;
        }
        String rationale = finding.passed() ? "" : "this check is hidden: " + spelled(finding.verdict());
        return Finding.of(finding.verdict(), rationale);
    }
}
