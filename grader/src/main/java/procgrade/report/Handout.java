package procgrade.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.gradebook.Row;
import procgrade.gradebook.Score;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.text.Amounts;

/** A grade without what is no business of a student's: what hidden checks saw, and where the grader keeps its records. */
final class Handout {
    private static final Finding GRADER_FAILED = Finding.of(
            Verdict.GRADER_ERROR, "the grader failed at this check, which costs no points; your instructor knows");

    /** What a refused submission fails at. */
    static final String FAILS_AT = "can be read";

    private Handout() {}

    /** The grade as its student may see it; the submission is called after the people. */
    static Grade of(Grade grade, String names) {
        return new Grade(
                grade.assignment(),
                grade.title(),
                names,
                grade.program(),
                grade.language(),
                grade.seed(),
                grade.buildTook(),
                grade.checks().stream().map(Handout::disclosed).toList(),
                List.of(),
                Map.of(),
                grade.took(),
                grade.interrupted());
    }

    /** The grade of something that could not be read, in the form of one that could not be built. */
    static Grade refused(String assignment, String title, double points, Row row) {
        CheckOutcome outcome = new CheckOutcome(
                "can_be_read",
                FAILS_AT,
                points,
                0,
                points,
                false,
                List.of(),
                Finding.of(Verdict.BUILD_FAILED, row.problem()),
                Duration.ZERO,
                Optional.empty(),
                List.of(),
                List.of());
        return new Grade(
                assignment,
                title,
                row.title(),
                "",
                "",
                row.seed(),
                Optional.empty(),
                List.of(outcome),
                List.of(),
                Map.of(),
                Duration.ZERO,
                false);
    }

    private static CheckOutcome disclosed(CheckOutcome check) {
        boolean failed = check.finding().verdict() == Verdict.GRADER_ERROR;
        boolean silent = check.hidden() || failed;
        return new CheckOutcome(
                check.id(),
                check.sentence(),
                check.points(),
                check.earned(),
                check.countable(),
                check.hidden(),
                check.needs(),
                failed && !check.hidden() ? GRADER_FAILED : Words.disclosed(check),
                check.took(),
                Optional.empty(),
                silent ? List.of() : check.facts(),
                silent ? List.of() : check.runs());
    }

    /** What the points come to in the gradebook, a sentence; empty if they count as they are. */
    static String worth(Grade grade) {
        Optional<BigDecimal> score = Score.of(grade.earned(), grade.countable(), grade.points());
        if (score.isEmpty()) {
            return "Nothing could be judged, so no points are entered.";
        }
        return grade.countable() < grade.points()
                ? "This counts as " + score.get().toPlainString() + " of " + Amounts.points(grade.points()) + " points."
                : "";
    }
}
