package procgrade.batch;

import java.io.IOException;
import java.nio.file.Path;
import procgrade.collect.HandIn;
import procgrade.engine.Grade;
import procgrade.gradebook.Row;

/** Writes what is kept of one grading besides its row; several threads use it at the same time. */
@FunctionalInterface
public interface SubmissionReports {
    /** Writes nothing. */
    SubmissionReports NONE = (handIn, grade, row, files) -> {};

    /**
     * Writes the reports of a hand-in, before its result is kept.
     *
     * @param handIn what was graded
     * @param grade what came of it, in full
     * @param row the same as it is kept
     * @param files where to write; the records of its runs are there, a folder for each check
     * @throws IOException if they cannot be written
     */
    void write(HandIn handIn, Grade grade, Row row, Path files) throws IOException;
}
