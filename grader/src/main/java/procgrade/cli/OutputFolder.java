package procgrade.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import procgrade.engine.Grade;
import procgrade.report.HtmlReport;
import procgrade.report.JUnitXml;
import procgrade.report.JsonReport;
import procgrade.report.Palette;
import procgrade.report.TerminalReport;

/** The folder that {@code --output} names: reports in all formats, and the evidence. */
final class OutputFolder {
    private static final String EVIDENCE = "evidence";
    private static final String MARK = "README.txt";
    private static final String ABOUT = "What procgrade recorded: a folder for each check, a folder in it for each run."
            + " The next grading with this --output replaces it.\n";

    private static final List<String> REPORTS = List.of("report.txt", "report.json", "report.xml", "report.html");

    private final Path folder;
    private boolean begun;

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder if it is missing. What an earlier grading has left there stays until this one {@link #begin}s.
     *
     * @throws UserFault if it cannot be written, or holds something that is not ours
     */
    static OutputFolder prepare(Path folder) {
        OutputFolder output = new OutputFolder(folder.toAbsolutePath().normalize());
        Path evidence = output.evidence();
        try {
            Files.createDirectories(output.folder);
        } catch (IOException cause) {
            throw WholeFile.cannotWrite(folder, cause);
        }
        if (!Files.isWritable(output.folder)) {
            throw WholeFile.cannotWrite(folder, new AccessDeniedException(folder.toString()));
        }
        if (Files.exists(evidence) && !Files.exists(evidence.resolve(MARK))) {
            throw new UserFault(
                    ExitCode.USAGE,
                    evidence + " exists, and procgrade has not made it",
                    "name an empty folder, or one with reports of procgrade");
        }
        return output;
    }

    /**
     * Removes the reports and the evidence of an earlier grading, so that they cannot be taken for those of this one,
     * whatever happens to it.
     *
     * @throws UserFault if that fails
     */
    void begin() {
        try {
            if (Files.exists(evidence())) {
                removeAll(evidence());
                for (String report : REPORTS) {
                    Files.deleteIfExists(folder.resolve(report));
                }
            }
            Files.createDirectories(evidence());
            Files.writeString(evidence().resolve(MARK), ABOUT);
            begun = true;
        } catch (IOException cause) {
            throw WholeFile.cannotWrite(folder, cause);
        }
    }

    /** Whether what is in it is of this grading. */
    boolean hasBegun() {
        return begun;
    }

    private static void removeAll(Path evidence) throws IOException {
        List<Path> deepestFirst;
        try (var files = Files.walk(evidence)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }

    Path evidence() {
        return folder.resolve(EVIDENCE);
    }

    /** The evidence in a folder that an earlier grading wrote to, or in the folder that was made of it. */
    static Path evidenceOf(Path folder) {
        Path inside = folder.resolve(EVIDENCE);
        return Files.isDirectory(inside) ? inside : folder;
    }

    private static String text(Grade grade) {
        TerminalReport report = new TerminalReport(Palette.PLAIN, TerminalReport.USUAL_WIDTH).withWholeFailures();
        return String.join("\n", report.whole(grade)) + "\n";
    }

    /**
     * Writes the reports. Of a grading that was interrupted before it {@link #begin}s there are none, and those of the
     * earlier one stay.
     */
    void write(Grade grade) {
        if (!begun) {
            return;
        }
        List<String> contents = List.of(text(grade), JsonReport.of(grade), JUnitXml.of(grade), HtmlReport.of(grade));
        for (int i = 0; i < contents.size(); i++) {
            WholeFile.write(folder.resolve(REPORTS.get(i)), contents.get(i));
        }
    }
}
