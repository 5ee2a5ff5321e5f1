package procgrade.judge;

import java.util.Locale;

/** What can become of a check. The list is closed; {@code docs/verdicts.md} explains each. */
public enum Verdict {
    /** It holds. */
    PASSED,
    /** The program wrote something else than it should. */
    WRONG_OUTPUT,
    /** The program ended with an error. */
    CRASHED,
    /** Its processes were proved to wait for each other for ever. */
    DEADLOCK,
    /** It did not end, did hardly anything, and there is no proof that this is for ever. */
    NO_PROGRESS,
    /** It did not end in time and was still computing. */
    TIME_LIMIT,
    /** It wrote too much. */
    OUTPUT_LIMIT,
    /** It used too much memory. */
    MEMORY_LIMIT,
    /** Too few processes, too many, the wrong ones, or not at the same time. */
    WRONG_PROCESSES,
    /** Processes were still alive after the program had ended. */
    LEFT_PROCESSES,
    /** More cores did not make it fast enough. */
    TOO_SLOW,
    /** This machine cannot tell. */
    NOT_MEASURABLE,
    /** Not tried, because a check that it needs does not hold. */
    SKIPPED,
    /** The submission could not be compiled or started. */
    BUILD_FAILED,
    /** The grader is at fault; never costs points. */
    GRADER_ERROR;

    /** {@return the verdict as words of a sentence, such as {@code wrong output}} */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@return whether it costs the points of its check} */
    public boolean costsPoints() {
        return switch (this) {
            case PASSED, NOT_MEASURABLE, GRADER_ERROR -> false;
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
                    SKIPPED,
                    BUILD_FAILED -> true;
        };
    }
}
