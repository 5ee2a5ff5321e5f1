package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.engine.MadeGrades.grade;
import static procgrade.engine.MadeGrades.outcome;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import procgrade.assignment.Language;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.engine.Specimen;
import procgrade.judge.Verdict;
import procgrade.report.Palette;

class MatrixTests {
    private static final Specimen NO_JOIN = new Specimen(
            Specimen.Kind.BAD,
            Language.PYTHON,
            "no_join",
            Path.of("bad/python/no_join"),
            Map.of("waits", Verdict.WRONG_OUTPUT),
            Map.of());

    private final Matrix matrix = new Matrix(Palette.PLAIN, List.of("prints", "waits", "is_fast"));

    @Test
    void each_check_has_a_number_above_its_column() {
        List<String> heading = matrix.heading();

        assertThat(heading).startsWith("   1  prints", "   2  waits", "   3  is_fast");
        assertThat(heading.get(3)).endsWith("  1  2  3");
        assertThat(row(true, outcome("prints", Verdict.PASSED)).indexOf('P'))
                .isEqualTo(heading.get(3).indexOf('1'));
    }

    @Test
    void a_row_has_a_letter_for_each_verdict_and_a_dot_for_a_check_that_was_not_tried() {
        assertThat(row(true, outcome("prints", Verdict.PASSED), outcome("waits", Verdict.WRONG_OUTPUT)))
                .startsWith("  python  no_join ")
                .endsWith("  P  f  .  ok");
        assertThat(row(
                        false,
                        outcome("prints", Verdict.GRADER_ERROR),
                        outcome("waits", Verdict.SKIPPED),
                        outcome("is_fast", Verdict.NOT_MEASURABLE)))
                .endsWith("  E  s  -  DIFFERS");
    }

    @Test
    void nothing_is_expected_of_a_check_that_was_not_tried() {
        Grade grade = grade(outcome("prints", Verdict.PASSED));
        List<String> notTried = matrix.notTried(grade);

        assertThat(notTried).containsExactly("waits", "is_fast");
        assertThat(NO_JOIN.without(notTried).differences(grade)).isEmpty();
        assertThat(NO_JOIN.differences(grade)).containsExactly("waits: the rubric has no such check");
    }

    private String row(boolean asExpected, CheckOutcome... outcomes) {
        return matrix.row(NO_JOIN, grade(outcomes), asExpected);
    }
}
