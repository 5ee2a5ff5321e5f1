package procgrade.cli;

import java.io.PrintWriter;
import java.util.Map;
import procgrade.assignment.Assignment;
import procgrade.batch.Batch;
import procgrade.batch.BatchFolder;
import procgrade.gradebook.Gradebook;
import procgrade.gradebook.Row;
import procgrade.report.Palette;

/**
 * The end of a batch: what goes out is written, and what came of it is said.
 *
 * @param assignment that was graded
 * @param folder for all results
 * @param out where to say it
 * @param palette of what is said
 */
record ClassResult(Assignment assignment, BatchFolder folder, PrintWriter out, Palette palette) {
    /**
     * Writes and tells.
     *
     * @param batch that has ended
     * @param points what the whole rubric is worth
     * @param environment facts about the machine
     * @param command that was typed
     * @return 0, or 3 if procgrade failed at some
     */
    ExitCode finish(Batch batch, double points, Map<String, String> environment, String command) {
        Gradebook gradebook = new Gradebook(
                assignment.id(),
                assignment.title(),
                points,
                batch.rows(),
                batch.facts().missing(),
                batch.facts().notices(),
                environment);
        ClassFiles.write(gradebook, folder);
        Upshot.Counts counts = new Upshot.Counts();
        int faults = 0;
        for (Row row : gradebook.rows()) {
            counts.add(row);
            faults += Upshot.isOurFault(row) ? 1 : 0;
        }
        out.println(palette.strong(counts.total() + " in the gradebook: " + counts));
        if (faults > 0) {
            out.println(faults + " with a fault of procgrade, whose points are not decided; to grade them again:");
            out.println("  " + command + " --again grader_error");
        }
        out.println("results are in " + folder.folder());
        return faults > 0 ? ExitCode.GRADER_FAULT : ExitCode.PASSED;
    }
}
