package procgrade.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import procgrade.collect.HandIn;
import procgrade.collect.Refusal;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.gradebook.Mark;
import procgrade.gradebook.Row;
import procgrade.submission.SubmissionFault;

/**
 * Rows of the gradebook, made of what came of hand-ins. What is known of the hand-in itself, such as whose it is, may
 * change while its content stays; a row that is kept has nothing of it.
 */
final class Rows {
    private Rows() {}

    /** What a grading came to. */
    static Row graded(HandIn handIn, Grade grade) {
        List<Mark> marks = grade.checks().stream().map(Rows::mark).toList();
        return row(
                handIn,
                Row.State.GRADED,
                grade.program(),
                grade.language(),
                marks,
                "",
                grade.seed(),
                grade.took(),
                grade.notices());
    }

    private static Mark mark(CheckOutcome outcome) {
        return new Mark(
                outcome.id(),
                outcome.sentence(),
                outcome.finding().verdict(),
                outcome.earned(),
                outcome.countable(),
                outcome.points(),
                outcome.hidden(),
                outcome.finding().rationale());
    }

    /** A submission that cannot be read. */
    static Row refused(HandIn handIn, SubmissionFault fault, long seed) {
        return row(
                handIn,
                Row.State.REFUSED,
                "",
                "",
                List.of(),
                oneLine(fault.getMessage()) + ": " + oneLine(fault.wayOut()),
                seed,
                Duration.ZERO,
                List.of());
    }

    /** A grading that the grader failed at. */
    static Row fault(HandIn handIn, Throwable bug, long seed, Duration took) {
        return row(
                handIn,
                Row.State.GRADER_ERROR,
                "",
                "",
                List.of(),
                "fault of procgrade: " + oneLine(bug.toString()),
                seed,
                took,
                List.of());
    }

    /** A hand-in of which nothing is known yet. */
    static Row outline(HandIn handIn) {
        Row row = row(handIn, Row.State.REFUSED, "", "", List.of(), "not graded yet", 0, Duration.ZERO, List.of());
        return joined(handIn, row);
    }

    /** Something that was not even a hand-in. */
    static Row of(Refusal refusal) {
        return new Row(
                refusal.key(),
                refusal.people(),
                false,
                Row.State.REFUSED,
                "",
                "",
                List.of(),
                refusal.entry() + ": " + refusal.reason() + ": " + refusal.wayOut(),
                0,
                Duration.ZERO,
                List.of());
    }

    private static Row row(
            HandIn handIn,
            Row.State state,
            String program,
            String language,
            List<Mark> marks,
            String problem,
            long seed,
            Duration took,
            List<String> notices) {
        return new Row(handIn.key(), List.of(), false, state, program, language, marks, problem, seed, took, notices);
    }

    /** A row that was kept, with what is known of the hand-in today. */
    static Row joined(HandIn handIn, Row row) {
        List<String> notices = new ArrayList<>(handIn.notices());
        notices.addAll(row.notices());
        return new Row(
                row.key(),
                handIn.people(),
                handIn.late(),
                row.state(),
                row.program(),
                row.language(),
                row.marks(),
                row.problem(),
                row.seed(),
                row.took(),
                notices);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
