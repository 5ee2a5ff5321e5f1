package procgrade.report;

import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.gradebook.Row;
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

    /** What a submission that was not graded is called. */
    static String ofState(Row.State state) {
        return switch (state) {
            case GRADED -> "GRADED";
            case REFUSED -> "REFUSED";
            case GRADER_ERROR -> "ERROR";
        };
    }

    /**
     * What a submission that could not be built fails at: a file that was not found has not been compiled, and Python
     * compiles nothing that its users would know of. Empty of one that was built.
     */
    static String ofBuild(Grade grade) {
        if (grade.buildFailure().isEmpty()) {
            return "";
        }
        if (grade.buildFailure().get().details().isEmpty()) {
            return "can be started";
        }
        return grade.language().equals("python") ? "is valid Python" : "can be compiled";
    }

    /** The finding that may be shown: of a hidden check no more than the verdict, and why it was not tried. */
    static Finding disclosed(CheckOutcome outcome) {
        return outcome.hidden() ? outcome.finding().hidden() : outcome.finding();
    }
}
