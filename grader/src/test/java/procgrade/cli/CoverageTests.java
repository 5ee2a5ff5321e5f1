package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.engine.MadeGrades.grade;
import static procgrade.engine.MadeGrades.outcome;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import procgrade.assignment.Language;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Specimen;
import procgrade.engine.Specimen.Kind;
import procgrade.judge.Verdict;

/** A check that no bad program fails at proves nothing; what has been reported before is not reported again. */
class CoverageTests {
    private final Coverage coverage = new Coverage();

    CoverageTests() {
        coverage.add(
                specimen(Kind.REFERENCE, Map.of()),
                grade(outcome("prints", Verdict.PASSED), outcome("starts_workers", Verdict.PASSED)));
    }

    private void bad(String check, Verdict expected, CheckOutcome... outcomes) {
        coverage.add(specimen(Kind.BAD, Map.of(check, expected)), grade(outcomes));
    }

    @Test
    void checks_that_no_bad_program_fails_at_are_open() {
        assertThat(coverage.open()).containsExactly("prints", "starts_workers");

        bad("prints", Verdict.WRONG_OUTPUT, outcome("prints", Verdict.WRONG_OUTPUT));

        assertThat(coverage.open()).containsExactly("starts_workers");
    }

    @Test
    void a_skipped_check_stays_open() {
        bad("starts_workers", Verdict.SKIPPED, outcome("starts_workers", Verdict.SKIPPED));

        assertThat(coverage.open()).containsExactly("prints", "starts_workers");
    }

    @Test
    void a_check_that_fails_unexpectedly_is_reported_as_that() {
        bad(
                "prints",
                Verdict.WRONG_OUTPUT,
                outcome("prints", Verdict.WRONG_OUTPUT),
                outcome("starts_workers", Verdict.WRONG_PROCESSES));

        assertThat(coverage.open()).isEmpty();
    }

    @Test
    void a_misspelt_check_is_reported_as_that() {
        bad("starts_worker", Verdict.WRONG_PROCESSES, outcome("starts_workers", Verdict.NOT_MEASURABLE));

        assertThat(coverage.open()).containsExactly("prints");
    }

    @Test
    void where_nothing_can_be_measured_nobody_can_fail() {
        bad("starts_workers", Verdict.NOT_MEASURABLE, outcome("starts_workers", Verdict.NOT_MEASURABLE));

        assertThat(coverage.open()).containsExactly("prints");
    }

    private static Specimen specimen(Kind kind, Map<String, Verdict> expected) {
        return new Specimen(kind, Language.JAVA, "a_program", Path.of("bad/a_program"), expected, Map.of());
    }
}
