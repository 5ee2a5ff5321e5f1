package procgrade.cli;

import java.nio.file.Path;
import java.util.Optional;
import procgrade.assignment.Assignment;
import procgrade.batch.Selection;
import procgrade.collect.Layout;

/**
 * What a batch was asked for.
 *
 * @param assignment to grade
 * @param source folder or archive with the hand-ins
 * @param output folder for all results
 * @param layout form of the source; empty to find out
 * @param roster who is in the class
 * @param canvas gradebook of Canvas to fill in
 * @param moodle grading worksheet of Moodle to fill in
 * @param column of the gradebook
 * @param selection which hand-ins
 * @param jobs at the same time; 0 for what the machine takes
 * @param measured whether speedups are measured
 * @param seed of all inputs; empty for that of the last time, or a random one
 */
record BatchOptions(
        Assignment assignment,
        Path source,
        Path output,
        Optional<Layout> layout,
        Optional<Path> roster,
        Optional<Path> canvas,
        Optional<Path> moodle,
        Optional<String> column,
        Selection selection,
        int jobs,
        boolean measured,
        Optional<Long> seed) {}
