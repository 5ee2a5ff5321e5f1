package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import procgrade.collect.Person;
import procgrade.gradebook.Mark;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;

class UpshotTests {
    static Row row(Row.State state, Verdict... verdicts) {
        List<Mark> marks = Stream.of(verdicts)
                .map(verdict ->
                        new Mark("check", "check", verdict, verdict == Verdict.PASSED ? 2.5 : 0, 3, 3, false, ""))
                .toList();
        return new Row(
                "ada",
                List.of(Person.named("Ada")),
                false,
                state,
                "PiMw",
                "java",
                marks,
                "",
                1,
                Duration.ofMillis(12_345),
                List.of());
    }

    private static String of(Verdict... verdicts) {
        return Upshot.of(row(Row.State.GRADED, verdicts));
    }

    @Test
    void it_is_what_cost_points_first() {
        assertThat(of(Verdict.PASSED, Verdict.PASSED)).isEqualTo("passed");
        assertThat(of(Verdict.PASSED, Verdict.SKIPPED, Verdict.DEADLOCK, Verdict.WRONG_OUTPUT))
                .isEqualTo("deadlock");
        assertThat(of(Verdict.NOT_MEASURABLE, Verdict.SKIPPED)).isEqualTo("skipped");
        assertThat(of(Verdict.PASSED, Verdict.NOT_MEASURABLE, Verdict.GRADER_ERROR))
                .isEqualTo("not measurable");
    }

    @Test
    void what_was_not_graded_says_why() {
        assertThat(Upshot.of(row(Row.State.REFUSED))).isEqualTo("refused");
        assertThat(Upshot.of(row(Row.State.GRADER_ERROR))).isEqualTo("grader error");
    }

    @Test
    void faults_of_the_grader_are_found_in_states_and_in_checks() {
        assertThat(Upshot.isOurFault(row(Row.State.GRADER_ERROR))).isTrue();
        assertThat(Upshot.isOurFault(row(Row.State.GRADED, Verdict.PASSED, Verdict.GRADER_ERROR)))
                .isTrue();
        assertThat(Upshot.isOurFault(row(Row.State.GRADED, Verdict.DEADLOCK))).isFalse();
        assertThat(Upshot.isOurFault(row(Row.State.REFUSED))).isFalse();
    }

    @Test
    void counts_begin_with_the_passed_and_go_on_with_the_most() {
        Upshot.Counts counts = new Upshot.Counts();
        assertThat(counts).hasToString("none");
        counts.add(row(Row.State.REFUSED));
        counts.add(row(Row.State.GRADED, Verdict.DEADLOCK));
        counts.add(row(Row.State.GRADED, Verdict.DEADLOCK));
        counts.add(row(Row.State.GRADED, Verdict.PASSED));

        assertThat(counts).hasToString("1 passed, 2 deadlock, 1 refused");
        assertThat(counts.total()).isEqualTo(4);
    }
}
