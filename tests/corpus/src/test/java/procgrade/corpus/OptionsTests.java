package procgrade.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTests {
    @Test
    void all_options_are_understood() {
        Options options = Options.parse(List.of(
                "--plain", "--jobs", "3", "--pattern", "lock", "--stress", "100", "--hogs", "2", "--scans", "9"));

        assertThat(options.plain()).isTrue();
        assertThat(options.jobs()).isEqualTo(3);
        assertThat(options.wanted().pattern()).isEqualTo("lock");
        assertThat(options.stress()).isEqualTo(100);
        assertThat(options.hogs()).isEqualTo(2);
        assertThat(options.scans()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--job|unknown argument '--job': --help lists them",
                "--jobs|--jobs needs a value: --help shows an example",
                "--jobs 0|--jobs '0' is not a number from 1 to 64",
                "--stress many|--stress 'many' is not a number from 1 to 1000000000",
                "--pattern (|--pattern '(' is no regular expression: Unclosed group"
            })
    void a_wrong_argument_is_named(String arguments, String message) {
        assertThatThrownBy(() -> Options.parse(List.of(arguments.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
