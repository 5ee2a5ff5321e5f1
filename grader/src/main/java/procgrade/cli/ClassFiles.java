package procgrade.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.batch.BatchFolder;
import procgrade.gradebook.CanvasGradebook;
import procgrade.gradebook.Gradebook;
import procgrade.gradebook.GradebookCsv;
import procgrade.gradebook.GradebookFault;
import procgrade.gradebook.JsonLines;
import procgrade.gradebook.MoodleWorksheet;
import procgrade.gradebook.Transfer;
import procgrade.report.ClassJUnit;
import procgrade.report.ClassPage;
import procgrade.report.ClassSummary;
import procgrade.submission.EnvironmentFault;
import procgrade.text.Amounts;

/**
 * The files about a whole class.
 *
 * @param canvas gradebook of Canvas to fill in
 * @param moodle grading worksheet of Moodle to fill in
 * @param column of either; empty to find it
 */
record ClassFiles(Optional<Path> canvas, Optional<Path> moodle, String column) {
    private static final String CANVAS = "canvas";
    private static final String MOODLE = "moodle";
    private static final String COLUMN = "column";

    /** What an earlier start was told, as far as it is still there. */
    static ClassFiles of(Map<String, String> settings) {
        return new ClassFiles(
                readable(settings, CANVAS), readable(settings, MOODLE), settings.getOrDefault(COLUMN, ""));
    }

    private static Optional<Path> readable(Map<String, String> settings, String name) {
        return Optional.ofNullable(settings.get(name)).map(Path::of).filter(Files::isReadable);
    }

    /** Adds what a later start needs. */
    void addTo(Map<String, String> settings) {
        canvas.ifPresent(
                file -> settings.put(CANVAS, file.toAbsolutePath().normalize().toString()));
        moodle.ifPresent(
                file -> settings.put(MOODLE, file.toAbsolutePath().normalize().toString()));
        settings.put(COLUMN, column);
    }

    /** Fills in a downloaded gradebook. */
    @FunctionalInterface
    private interface Filling {
        Transfer fill(Path downloaded, Gradebook results, Writer out) throws IOException;
    }

    private Transfer fillCanvas(Path downloaded, Gradebook results, Writer out) throws IOException {
        return CanvasGradebook.fill(downloaded, results, column, out);
    }

    private Transfer fillMoodle(Path downloaded, Gradebook results, Writer out) throws IOException {
        return MoodleWorksheet.fill(downloaded, results, new MoodleWorksheet.Columns(column, ""), out);
    }

    /**
     * Makes sure, before the night and not after it, that the gradebooks can be filled.
     *
     * @param outline of the class, of which nothing is graded yet
     * @throws UserFault if one is of another course, or none at all
     */
    void requireFitting(Gradebook outline) {
        canvas.ifPresent(file -> requireFitting(file, outline, this::fillCanvas));
        moodle.ifPresent(file -> requireFitting(file, outline, this::fillMoodle));
    }

    private static void requireFitting(Path file, Gradebook outline, Filling filling) {
        try {
            filling.fill(file, outline, Writer.nullWriter());
        } catch (GradebookFault fault) {
            throw new UserFault(ExitCode.USAGE, fault.getMessage(), "nothing was graded; correct it and start again");
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot read " + file + ": " + EnvironmentFault.reason(cause), "name a file that can be read");
        }
    }

    /**
     * Writes them all; each replaces that of an earlier start.
     *
     * @return what somebody who teaches should know, a line each
     */
    List<String> write(Gradebook gradebook, BatchFolder folder) {
        folder.write("gradebook.csv", out -> GradebookCsv.write(gradebook, out));
        folder.write("gradebook.jsonl", out -> JsonLines.write(gradebook, out));
        folder.write("junit.xml", out -> ClassJUnit.write(gradebook, out));
        folder.write("summary.md", out -> ClassSummary.write(gradebook, out));
        folder.write("index.html", out -> ClassPage.write(gradebook, out));
        List<String> lines = new ArrayList<>();
        lines.addAll(canvas.map(file -> fill(CANVAS, file, gradebook, folder, this::fillCanvas))
                .orElseGet(() -> outdated(CANVAS, folder)));
        lines.addAll(moodle.map(file -> fill(MOODLE, file, gradebook, folder, this::fillMoodle))
                .orElseGet(() -> outdated(MOODLE, folder)));
        return lines;
    }

    /** Somebody could upload the grades of last week. */
    private static List<String> outdated(String name, BatchFolder folder) {
        boolean table = folder.remove(name + ".csv");
        boolean lines = folder.remove(name + ".txt");
        return table || lines
                ? List.of(
                        name + ".csv of an earlier start is removed, it is out of date; --" + name + " fills a new one")
                : List.of();
    }

    private static List<String> fill(
            String name, Path downloaded, Gradebook gradebook, BatchFolder folder, Filling filling) {
        List<Transfer> done = new ArrayList<>();
        folder.write(name + ".csv", out -> done.add(filling.fill(downloaded, gradebook, out)));
        Transfer transfer = done.get(0);
        List<String> unmatched = new ArrayList<>();
        unmatched.addAll(transfer.strangers());
        unmatched.addAll(transfer.absent());
        unmatched.addAll(transfer.kept());
        unmatched.addAll(transfer.notices());
        folder.write(name + ".txt", out -> {
            for (String line : unmatched) {
                out.write(line + "\n");
            }
        });
        String grades = Amounts.counted(transfer.filled(), "grade");
        String rest = unmatched.isEmpty()
                ? ""
                : "; " + Amounts.counted(unmatched.size(), "line") + " to look at in " + name + ".txt";
        return List.of(name + ".csv: " + grades + " in the column '" + transfer.column() + "'" + rest);
    }
}
