package procgrade.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import procgrade.batch.Batch;
import procgrade.batch.BatchFolder;
import procgrade.gradebook.Gradebook;
import procgrade.gradebook.Row;
import procgrade.report.Palette;
import procgrade.text.Amounts;

/**
 * The end of a batch: what goes out is written, and what came of it is said.
 *
 * @param folder for all results
 * @param files about the class
 * @param submissions files about single ones
 * @param environment facts about the machine
 */
record ClassResult(BatchFolder folder, ClassFiles files, SubmissionFiles submissions, Map<String, String> environment) {
    /** The results of a class so far, with these rows. */
    Gradebook gradebook(Batch batch, Iterable<Row> rows) {
        List<String> notices = new ArrayList<>(batch.facts().notices());
        int left = batch.plan().left();
        if (left > 0) {
            notices.add(Amounts.counted(left, "hand-in") + " left out, without a current result");
        }
        return new Gradebook(
                submissions.assignment().id(),
                submissions.assignment().title(),
                submissions.points(),
                rows,
                batch.facts().missing(),
                notices,
                environment);
    }

    private static Optional<Row> next(Iterator<Row> rows) {
        return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }

    /**
     * Writes and tells.
     *
     * @param batch that has ended
     * @param out where to tell it
     * @param palette of what is told
     * @param command to type for another go
     * @return 0, or 3 if procgrade failed at some
     */
    ExitCode finish(Batch batch, PrintWriter out, Palette palette, String command) {
        Gradebook gradebook = gradebook(batch, batch.rows());
        Upshot.Counts counts = new Upshot.Counts();
        Set<String> published = new HashSet<>();
        int faults = 0;
        Optional<String> previous = Optional.empty();
        Iterator<Row> rows = gradebook.rows().iterator();
        Optional<Row> current = next(rows);
        while (current.isPresent()) {
            Row row = current.get();
            current = next(rows);
            published.addAll(submissions.publish(row, previous, current.map(Row::key), folder));
            counts.add(row);
            faults += Upshot.isOurFault(row) ? 1 : 0;
            previous = Optional.of(row.key());
        }
        SubmissionFiles.retain(published, folder);
        if (counts.total() > 0) {
            files.write(gradebook, folder).forEach(out::println);
        }
        int left = batch.plan().left();
        if (left > 0) {
            out.println("not in it: " + Amounts.counted(left, "hand-in") + " left out, without a current result");
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
