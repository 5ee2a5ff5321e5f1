package procgrade.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import procgrade.judge.Verdict;

class ScoreTests {
    @ParameterizedTest
    @CsvSource({
        "4, 10, 10, 4.00",
        "4, 7, 10, 5.71",
        "0, 10, 10, 0.00",
        "10, 10, 100, 100.00",
        "1, 8, 1, 0.13",
        "2, 3, 1, 0.67",
        "1, 3, 1, 0.33",
        "7, 7, 0, 0.00",
    })
    void a_score_is_the_part_of_what_could_be_judged_rounded_half_up(
            double earned, double countable, double top, BigDecimal score) {
        assertThat(Score.of(earned, countable, top)).contains(score);
    }

    @Test
    void what_could_not_be_judged_costs_nothing() {
        Row row = SampleRows.graded(
                "cmd", SampleRows.person("x", "", ""), SampleRows.passed(), SampleRows.notMeasurable());

        assertThat(Score.of(row, 7)).contains(new BigDecimal("7.00"));
        assertThat(Score.percent(row)).contains(new BigDecimal("100.00"));
    }

    @Test
    void the_noise_of_sums_does_not_reach_the_last_digit() {
        Mark tenth = SampleRows.mark("a", "a", Verdict.PASSED, 0.1, 0.1, 0.1, false, "");
        Row row = SampleRows.graded("x", List.of(), false, tenth, tenth, tenth);

        assertThat(row.earned()).isGreaterThan(0.3);
        assertThat(Score.of(row.earned(), 0.3, 10)).contains(new BigDecimal("10.00"));
    }

    @Test
    void what_was_refused_scores_nothing_and_where_the_grader_failed_there_is_no_score() {
        assertThat(Score.of(SampleRows.refused(), 10)).contains(new BigDecimal("0.00"));
        assertThat(Score.of(SampleRows.failed(), 10)).isEmpty();
        assertThat(Score.of(SampleRows.nothingJudged(), 10)).isEmpty();
    }
}
