package procgrade.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import procgrade.batch.SubmissionReports;
import procgrade.collect.HandIn;
import procgrade.engine.Grade;
import procgrade.gradebook.Row;
import procgrade.report.HtmlReport;
import procgrade.report.JsonReport;

/** What is written of each grading of a batch. */
final class SubmissionFiles implements SubmissionReports {
    /** {@inheritDoc} */
    @Override
    public void write(HandIn handIn, Grade grade, Row row, Path files) throws IOException {
        Files.writeString(files.resolve("report.json"), JsonReport.of(grade), StandardCharsets.UTF_8);
        Files.writeString(files.resolve("report.html"), HtmlReport.of(grade), StandardCharsets.UTF_8);
    }
}
