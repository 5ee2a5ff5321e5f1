package procgrade.engine;

import procgrade.build.BuildOutcome;
import procgrade.judge.Finding;

/** Is told how grading goes on; called by one thread at a time. */
public interface GradeListener {
    /** A listener that does nothing. */
    GradeListener NONE = new GradeListener() {};

    /**
     * The submission is being compiled.
     *
     * @param program what is compiled
     */
    default void building(String program) {}

    /**
     * Nothing can keep this grading from beginning any more, and it is about to write its first record: what an earlier
     * one has left in that place may go now.
     */
    default void recording() {}

    /**
     * The submission has been compiled, or not.
     *
     * @param assignment id of the assignment
     * @param submission name of the submission
     * @param outcome what came of it
     */
    default void built(String assignment, String submission, BuildOutcome outcome) {}

    /**
     * A check begins.
     *
     * @param id of the check
     * @param sentence what it says
     * @param number of the check, from 1
     * @param total how many checks there are
     */
    default void checking(String id, String sentence, int number, int total) {}

    /**
     * A run of the program begins; of hidden checks it is not told.
     *
     * @param check its id
     * @param command the run
     */
    default void running(String check, String command) {}

    /**
     * A check makes a run to measure its time; it has the machine for itself.
     *
     * @param id of the check
     */
    default void measuring(String id) {}

    /**
     * A check has ended, or will not be tried. What came of it is told when all checks before it have ended, too.
     *
     * @param check its id
     */
    default void ended(String check) {}

    /**
     * What came of a check; in the order of the rubric.
     *
     * @param outcome what became of it; its {@link Finding} says why
     */
    default void checked(CheckOutcome outcome) {}
}
