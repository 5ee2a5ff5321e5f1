package procgrade.build;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import procgrade.assignment.Language;

/** What came of building a submission. */
public sealed interface BuildOutcome {
    /** {@return how long it took} */
    Duration took();

    /**
     * It can be run.
     *
     * @param program how
     * @param notices what looked odd and was put right or left out, a line each
     * @param took how long building took
     */
    record Built(Program program, List<String> notices, Duration took) implements BuildOutcome {
        /** Copies the list. */
        public Built {
            notices = List.copyOf(notices);
        }
    }

    /**
     * It cannot be run, and the submission is the reason.
     *
     * @param rationale why, in one line, such as {@code does not compile: 2 errors, the first in PiMw.java:12}
     * @param help what to do about it; empty if the compiler's lines say it all
     * @param compilerLines what the compiler said, cut to what matters; paths are those of the submission
     * @param language it seems to be written in; empty if there is nothing to tell by
     * @param took how long the attempt took
     */
    record BuildFailed(
            String rationale, String help, List<String> compilerLines, Optional<Language> language, Duration took)
            implements BuildOutcome {
        /** Copies the list. */
        public BuildFailed {
            compilerLines = List.copyOf(compilerLines);
        }
    }
}
