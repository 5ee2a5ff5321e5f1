package procgrade.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import procgrade.assignment.Assignment;
import procgrade.batch.BatchFolder;
import procgrade.batch.SubmissionReports;
import procgrade.collect.HandIn;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.gradebook.Row;
import procgrade.report.FeedbackHtml;
import procgrade.report.FeedbackMarkdown;
import procgrade.report.GradescopeResults;
import procgrade.report.GradescopeResults.HiddenChecks;
import procgrade.report.JsonReport;
import procgrade.report.PageLinks;
import procgrade.report.StudentPage;
import procgrade.submission.EnvironmentFault;

/**
 * The files about single submissions. What needs a whole grade is written when there is one, next to the records of its
 * runs; later it appears in the folders for readers, together with what is written of submissions that were not graded.
 *
 * @param assignment that is graded
 * @param points what the whole rubric is worth
 */
record SubmissionFiles(Assignment assignment, double points) implements SubmissionReports {
    private static final List<String> PLACES = List.of("submissions", "feedback", "gradescope");
    private static final String PAGE = "page.html";
    private static final String FEEDBACK_PAGE = "feedback.html";
    private static final String FEEDBACK_TEXT = "feedback.md";
    private static final String GRADESCOPE = "results.json";

    /** {@inheritDoc} */
    @Override
    public void write(HandIn handIn, Grade grade, Row row, Path files) throws IOException {
        PageLinks.Records records = new PageLinks.Records(files, "../evidence/" + handIn.key());
        PageLinks links = new PageLinks(Optional.empty(), Optional.empty(), Optional.of(records));
        replace(files.resolve("report.json"), JsonReport.of(withoutFolders(grade)));
        replace(files.resolve(PAGE), StudentPage.of(row, grade, links));
        replace(files.resolve(FEEDBACK_PAGE), FeedbackHtml.of(grade, handIn.title()));
        replace(files.resolve(FEEDBACK_TEXT), FeedbackMarkdown.of(grade, handIn.title()));
        replace(files.resolve(GRADESCOPE), GradescopeResults.of(grade, points, HiddenChecks.AFTER_PUBLISHED));
    }

    private static String read(Path page) {
        try {
            return Files.readString(page, StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot read " + page + ": " + EnvironmentFault.reason(cause),
                    "let its owner make it readable, or grade it again");
        }
    }

    /** The file may have a second name, under which it is to stay as it is until all is done. */
    private static void replace(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(".new-" + file.getFileName());
        // unlike writeString, this puts a question mark where there is half of a character
        Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Its records are in a folder that gets another name, and perhaps moves to another machine. */
    private static Grade withoutFolders(Grade grade) {
        return new Grade(
                grade.assignment(),
                grade.title(),
                grade.submission(),
                grade.program(),
                grade.language(),
                grade.seed(),
                grade.buildTook(),
                grade.checks().stream().map(SubmissionFiles::withoutFolder).toList(),
                grade.notices(),
                grade.environment(),
                grade.took(),
                grade.interrupted());
    }

    private static CheckOutcome withoutFolder(CheckOutcome check) {
        return new CheckOutcome(
                check.id(),
                check.sentence(),
                check.points(),
                check.earned(),
                check.countable(),
                check.hidden(),
                check.needs(),
                check.finding(),
                check.took(),
                Optional.empty(),
                check.facts(),
                check.runs());
    }

    /**
     * Puts what is for readers where they look for it.
     *
     * @param previous key of the row before it, if there is one
     * @param next key of the row after it, if there is one
     * @return names of all files of the row
     */
    List<String> publish(Row row, Optional<String> previous, Optional<String> next, BatchFolder folder) {
        String page = "submissions/" + row.key() + ".html";
        String feedbackPage = "feedback/" + row.key() + ".html";
        String feedbackText = "feedback/" + row.key() + ".md";
        String gradescope = "gradescope/" + row.key() + ".json";
        if (row.state() == Row.State.GRADED) {
            Path files = folder.results().folder(row.key());
            // only now is known who the neighbours are, and they may be others the next time
            folder.update(page, StudentPage.linked(read(files.resolve(PAGE)), previous, next));
            folder.publish(files.resolve(FEEDBACK_PAGE), feedbackPage);
            folder.publish(files.resolve(FEEDBACK_TEXT), feedbackText);
            folder.publish(files.resolve(GRADESCOPE), gradescope);
            return List.of(page, feedbackPage, feedbackText, gradescope);
        }
        folder.update(gradescope, GradescopeResults.notGraded(row, points));
        folder.update(page, StudentPage.of(row, new PageLinks(previous, next, Optional.empty())));
        if (row.state() == Row.State.REFUSED) {
            folder.update(feedbackPage, FeedbackHtml.refused(assignment.id(), assignment.title(), points, row));
            folder.update(feedbackText, FeedbackMarkdown.refused(assignment.id(), assignment.title(), points, row));
            return List.of(page, feedbackPage, feedbackText, gradescope);
        }
        return List.of(page, gradescope);
    }

    /** Removes what an earlier start published and this one has not. */
    static void retain(Set<String> published, BatchFolder folder) {
        PLACES.forEach(place -> folder.retain(place, published::contains));
    }
}
