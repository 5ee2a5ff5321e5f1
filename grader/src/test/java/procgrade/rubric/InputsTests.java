package procgrade.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InputsTests {
    @Test
    void the_same_seed_and_check_give_the_same_inputs() {
        assertThat(numbers(7, "prints_pi")).isEqualTo(numbers(7, "prints_pi"));
        assertThat(numbers(7, "prints_pi")).isNotEqualTo(numbers(8, "prints_pi"));
        assertThat(numbers(7, "prints_pi")).isNotEqualTo(numbers(7, "prints_p"));
    }

    @Test
    void a_seed_means_the_same_on_every_jdk() {
        assertThat(numbers(0, "check")).isEqualTo(RECORDED);
    }

    @Test
    void numbers_are_within_their_bounds_and_reach_them() {
        Inputs inputs = new Inputs(1, "c");

        assertThat(IntStream.range(0, 1000).map(i -> inputs.between(-1, 1)).distinct())
                .containsExactlyInAnyOrder(-1, 0, 1);
        assertThat(inputs.between(5L, 5L)).isEqualTo(5);
        assertThat(inputs.between(0L, Long.MAX_VALUE - 1)).isNotNegative();
    }

    @Test
    void bounds_the_wrong_way_round_are_refused() {
        Inputs inputs = new Inputs(1, "c");

        assertThatThrownBy(() -> inputs.between(2, 1))
                .isInstanceOf(RubricFault.class)
                .hasMessageStartingWith("inputs cannot be drawn between 2 and 1");
        assertThatThrownBy(() -> inputs.between(Long.MIN_VALUE, Long.MAX_VALUE)).isInstanceOf(RubricFault.class);
        assertThatThrownBy(() -> inputs.between(0, Long.MAX_VALUE)).isInstanceOf(RubricFault.class);
    }

    @Test
    void words_values_and_orders_are_drawn() {
        Inputs inputs = new Inputs(1, "c");

        assertThat(inputs.word(8)).matches("[a-z]{8}").isNotEqualTo(inputs.word(8));
        assertThat(inputs.oneOf(List.of("a", "b"))).isIn("a", "b");
        List<Integer> numbers = IntStream.range(0, 20).boxed().toList();
        assertThat(inputs.shuffled(numbers))
                .containsExactlyInAnyOrderElementsOf(numbers)
                .isNotEqualTo(numbers);
    }

    private static final List<Long> RECORDED = List.of(430_585L, 73_538L, 257_497L);

    private static List<Long> numbers(long seed, String check) {
        Inputs inputs = new Inputs(seed, check);
        return LongStream.range(0, 3)
                .map(i -> inputs.between(0L, 999_999L))
                .boxed()
                .toList();
    }
}
