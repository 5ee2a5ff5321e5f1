package procgrade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTests {
    private final List<String> order = new ArrayList<>();

    /** A contestant whose measure is the number of its run among all, from 1. */
    private Contestant numbering(String name) {
        return new Contestant() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Map<String, Double> run() {
                order.add(name);
                return Map.of("place", (double) order.size());
            }
        };
    }

    @Test
    void every_contestant_runs_once_in_each_round_and_the_first_is_last_in_the_next() {
        Rounds rounds = Rounds.run(List.of(numbering("a"), numbering("b"), numbering("c")), 3, round -> {});

        assertThat(order).containsExactly("a", "b", "c", "b", "c", "a", "c", "a", "b");
        assertThat(rounds.of("a", "place")).containsExactly(1.0, 6.0, 8.0);
        assertThat(rounds.of("c", "place")).containsExactly(3.0, 5.0, 7.0);
    }

    @Test
    void progress_is_told_before_each_round() {
        var told = new ArrayList<Integer>();

        Rounds.run(List.of(numbering("a")), 3, told::add);

        assertThat(told).containsExactly(1, 2, 3);
    }

    @Test
    void a_measure_that_was_not_printed_is_named() {
        Rounds rounds = Rounds.run(List.of(numbering("a")), 1, round -> {});

        assertThatThrownBy(() -> rounds.of("a", "time"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a printed no line with time");
    }
}
