package procgrade.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import procgrade.collect.HandIn;
import procgrade.gradebook.Row;
import procgrade.submission.EnvironmentFault;

/** Grades one hand-in after the other; several threads use it at the same time. */
public interface HandInGrader {
    /**
     * Grades a hand-in. Whatever is thrown, but for what is named here, is a fault of the grader that costs this row
     * only.
     *
     * @param handIn what to grade
     * @param seed of its inputs
     * @param files empty folder for all that is to be kept besides the row
     * @return what came of it, with the hand-in's key; empty if it was interrupted
     * @throws EnvironmentFault if nothing can be graded any more, such as without room on the disk
     * @throws IOException if the files cannot be written
     */
    Optional<Row> grade(HandIn handIn, long seed, Path files) throws IOException;

    /** Ends all gradings that go on and lets none begin. Any thread may call it, more than once. */
    void interrupt();
}
