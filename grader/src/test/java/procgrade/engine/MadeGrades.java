package procgrade.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;

/** Grades of a program for pi_mw, with the checks that a test is about. */
public final class MadeGrades {
    private MadeGrades() {}

    public static Grade grade(CheckOutcome... outcomes) {
        return new Grade(
                "pi_mw",
                "Pi with master and workers",
                "ada",
                "PiMw.java",
                "java",
                4711,
                Optional.empty(),
                List.of(outcomes),
                List.of(),
                Map.of(),
                Duration.ofSeconds(2),
                false);
    }

    public static CheckOutcome outcome(String check, Verdict verdict) {
        return new CheckOutcome(
                check,
                check,
                1,
                0,
                1,
                false,
                List.of(),
                Finding.of(verdict, "why"),
                Duration.ofSeconds(1),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** The same, as if nothing had taken any time. */
    static CheckOutcome timeless(CheckOutcome outcome) {
        return new CheckOutcome(
                outcome.id(),
                outcome.sentence(),
                outcome.points(),
                outcome.earned(),
                outcome.countable(),
                outcome.hidden(),
                outcome.needs(),
                outcome.finding(),
                Duration.ZERO,
                outcome.evidence(),
                outcome.facts(),
                outcome.runs());
    }

    /** The same, as if nothing had taken any time. */
    static Grade timeless(Grade grade) {
        return new Grade(
                grade.assignment(),
                grade.title(),
                grade.submission(),
                grade.program(),
                grade.language(),
                grade.seed(),
                grade.buildTook(),
                grade.checks().stream().map(MadeGrades::timeless).toList(),
                grade.notices(),
                grade.environment(),
                Duration.ZERO,
                grade.interrupted());
    }
}
