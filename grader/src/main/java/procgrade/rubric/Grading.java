package procgrade.rubric;

import java.util.Optional;
import procgrade.assignment.Language;
import procgrade.judge.Evidence;
import procgrade.judge.Finding;

/**
 * The grading of one submission that a rubric is part of: what the verbs of a rubric need from outside, and who is told
 * how it goes. One thread at a time uses it.
 */
public interface Grading extends AutoCloseable {
    /**
     * Runs a program to its end, or until it is stopped, and records everything.
     *
     * @param request which program, and how
     * @return what was recorded
     * @throws RuntimeException if it could not be run, through no fault of the submission
     */
    Evidence run(RunRequest request);

    /**
     * Runs a program once more, with nothing beside it.
     *
     * @param request which program, and how
     * @return what was recorded; empty where runs are not made but read, and there is none like that
     */
    default Optional<Evidence> runAlone(RunRequest request) {
        return Optional.of(run(request.alone()));
    }

    /**
     * Measures what the cores of this machine give at this moment: the time of one process that computes, and of
     * several at the same time. After one that others disturbed it waits a moment before the next, for they may come to
     * their end.
     *
     * @param processes how many, at least 2
     * @return the two times, perhaps taken some seconds ago
     */
    CalibrationRun calibrate(int processes);

    /** {@return the language of the submission} */
    Language language();

    /** {@return where the varying inputs come from; the same seed gives the same inputs} */
    long seed();

    /** {@return whether the assignment has a sequential program in the submission's language} */
    boolean hasSequential();

    /** {@return whether the assignment has a reference solution in the submission's language} */
    boolean hasReference();

    /** {@return cores that a program may use at the same time, at least 1} */
    int usableCores();

    /**
     * Notes something that was measured, for the report; said whether or not the check holds.
     *
     * @param line a line that is complete in itself
     */
    void fact(String line);

    /**
     * What has become of a check so far, also in an earlier execution: a rubric that got stuck is begun anew for the checks
     * that are left.
     *
     * @param check its id
     * @return what {@link #ended} was told of it; empty if nothing was
     */
    Optional<Finding> finding(String check);

    /**
     * A check begins.
     *
     * @param check its id
     */
    default void started(String check) {}

    /**
     * A check has ended, or will not be tried: then there was no {@link #started}.
     *
     * @param check its id
     * @param finding what became of it: PASSED, what a verb has concluded, SKIPPED, or GRADER_ERROR if the rubric or
     *     the grader failed
     */
    default void ended(String check, Finding finding) {}

    /** Ends the grading; a rubric does so only if it has got the grading from a {@link GradingProvider}. */
    @Override
    default void close() {}
}
