package procgrade.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import procgrade.assignment.Language;

/**
 * How a submission is to be graded.
 *
 * @param seed of the varying inputs, at least 0; the same seed gives the same inputs
 * @param only ids of the checks to try, together with those that they need; empty for all
 * @param language which program to build, if there may be several; empty to find out from the files
 * @param evidence folder for the records of the runs, which exists when the listener has been told that recording
 *     begins; empty if nobody wants to see them
 * @param measured whether speedups are measured; otherwise they are NOT_MEASURABLE
 */
public record GradeOptions(
        long seed, List<String> only, Optional<Language> language, Optional<Path> evidence, boolean measured) {
    /** Copies the list and checks the seed. */
    public GradeOptions {
        only = List.copyOf(only);
        if (seed < 0) {
            throw new IllegalArgumentException("a seed is at least 0: " + seed);
        }
    }

    /**
     * Options for a grading that measures.
     *
     * @param seed of the varying inputs
     * @param only ids of checks; empty for all
     * @param language which program to build; empty to find out
     * @param evidence folder for records; empty for none
     */
    public GradeOptions(long seed, List<String> only, Optional<Language> language, Optional<Path> evidence) {
        this(seed, only, language, evidence, true);
    }

    /**
     * The same for a program in a language.
     *
     * @param chosen the language
     * @return the options
     */
    public GradeOptions in(Language chosen) {
        return new GradeOptions(seed, only, Optional.of(chosen), evidence, measured);
    }

    /**
     * The same with or without measuring.
     *
     * @param wanted whether speedups are measured
     * @return the options
     */
    public GradeOptions measuring(boolean wanted) {
        return new GradeOptions(seed, only, language, evidence, wanted);
    }

    /**
     * All checks, and no records.
     *
     * @param seed of the varying inputs
     * @return the options
     */
    public static GradeOptions all(long seed) {
        return new GradeOptions(seed, List.of(), Optional.empty(), Optional.empty());
    }
}
