package procgrade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowTests {
    private static Row comparison(Target target) {
        return new Row("trip", "us", "Java", List.of(1.0, 9.0, 5.0), "CPython", List.of(10.0, 10.0, 10.0), target);
    }

    @Test
    void the_median_of_the_ratios_is_what_must_reach_the_target() {
        assertThat(comparison(Target.atMost(0.5)).reached()).isEqualTo("yes");
        assertThat(comparison(Target.atMost(0.49)).reached()).isEqualTo("no");
        assertThat(comparison(Target.atLeast(0.5)).reached()).isEqualTo("yes");
        assertThat(comparison(Target.atLeast(0.51)).reached()).isEqualTo("no");
    }

    @Test
    void without_a_target_there_is_no_verdict() {
        assertThat(comparison(null).reached()).isEmpty();
    }

    @Test
    void without_a_comparison_the_samples_themselves_must_reach_the_target() {
        Row row = new Row("record", "ns", "Java", List.of(400.0, 500.0, 9000.0), null, List.of(), Target.atMost(500));

        assertThat(row.isComparison()).isFalse();
        assertThat(row.judged()).isEqualTo(new Spread(500.0, 400.0, 9000.0, 3));
        assertThat(row.reached()).isEqualTo("yes");
    }

    @Test
    void a_target_is_written_as_one_says_it() {
        assertThat(Target.atMost(0.9)).hasToString("at most 0.9");
        assertThat(Target.atLeast(8)).hasToString("at least 8");
    }
}
