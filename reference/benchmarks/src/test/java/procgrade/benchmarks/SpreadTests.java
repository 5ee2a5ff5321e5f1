package procgrade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTests {
    @Test
    void the_median_of_an_odd_number_of_samples_is_the_middle_one() {
        assertThat(Spread.of(List.of(5.0, 1.0, 100.0))).isEqualTo(new Spread(5.0, 1.0, 100.0, 3));
    }

    @Test
    void the_median_of_an_even_number_of_samples_is_the_mean_of_the_middle_two() {
        assertThat(Spread.of(List.of(4.0, 1.0, 100.0, 2.0))).isEqualTo(new Spread(3.0, 1.0, 100.0, 4));
    }

    @Test
    void a_single_sample_is_median_least_and_most() {
        assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7.0, 7.0, 7.0, 1));
    }

    @Test
    void samples_are_ordered_by_value_and_not_by_text() {
        assertThat(Spread.of(List.of(9.0, 10.0, 11.0)).median()).isEqualTo(10.0);
    }

    @Test
    void no_samples_have_no_spread() {
        assertThatThrownBy(() -> Spread.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no samples to take the median of; measure at least once");
    }

    @Test
    void ratios_are_taken_within_pairs() {
        assertThat(Spread.ratios(List.of(10.0, 30.0, 4.0), List.of(5.0, 10.0, 8.0)))
                .containsExactly(2.0, 3.0, 0.5);
    }

    @Test
    void the_median_of_the_ratios_differs_from_the_ratio_of_the_medians() {
        List<Double> ratios = Spread.ratios(List.of(1.0, 20.0, 300.0), List.of(10.0, 1.0, 100.0));

        assertThat(Spread.of(ratios)).isEqualTo(new Spread(3.0, 0.1, 20.0, 3));
    }

    @Test
    void samples_without_partners_are_refused() {
        assertThatThrownBy(() -> Spread.ratios(List.of(1.0, 2.0), List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot pair 2 samples with 1; measure both in every round");
    }
}
