package procgrade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTests {
    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), List.of("start", "queue"));
    }

    @Test
    void without_arguments_everything_is_measured_in_five_pairs() {
        assertThat(parse()).isEqualTo(new Options(false, false, 5, null, new File(".."), List.of()));
    }

    @Test
    void a_quick_run_has_two_pairs_unless_told_otherwise() {
        assertThat(parse("--quick").pairs()).isEqualTo(2);
        assertThat(parse("--pairs", "9", "--quick").pairs()).isEqualTo(9);
    }

    @Test
    void names_and_files_may_stand_anywhere() {
        Options options = parse("queue", "--csv", "a b.csv", "start", "--reference", "there");

        assertThat(options.names()).containsExactly("queue", "start");
        assertThat(options.csv()).isEqualTo(new File("a b.csv"));
        assertThat(options.reference()).isEqualTo(new File("there"));
    }

    @Test
    void help_may_be_asked_for_in_two_ways() {
        assertThat(parse("--help").isHelp()).isTrue();
        assertThat(parse("-h").isHelp()).isTrue();
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> parse("strat"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no benchmark \"strat\"; choose from start, queue");
    }

    @Test
    void an_option_without_its_value_is_refused() {
        assertThatThrownBy(() -> parse("--csv"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--csv needs a value; --help shows an example");
    }

    @Test
    void the_number_of_pairs_is_limited() {
        assertThat(parse("--pairs", "1000").pairs()).isEqualTo(1000);
        for (String wrong : List.of("0", "1001", "-1", "x", "", "99999999999")) {
            assertThatThrownBy(() -> parse("--pairs", wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("--pairs must be a whole number from 1 to 1000, not \"" + wrong + "\"");
        }
    }
}
