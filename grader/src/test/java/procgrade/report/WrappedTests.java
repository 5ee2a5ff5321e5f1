package procgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrappedTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "one two three | one two three",
                "one two three four | one two three/  four",
                "one two threefour | one two/  threefour",
                "one two three four five six seven | one two three/  four five/  six seven",
                "a/very/long/path/that/stays/whole | a/very/long/path/that/stays/whole",
                "see a/very/long/path/that/stays/whole there | see/  a/very/long/path/that/stays/whole/  there",
                "\"\" | \"\"",
            })
    void words_are_kept_whole_and_what_continues_a_line_is_indented(String text, String lines) {
        assertThat(String.join("/", Wrapped.words(text, 13, 2))).isEqualTo(lines);
    }

    @Test
    void a_line_keeps_the_blanks_it_begins_with_and_its_columns() {
        assertThat(Wrapped.words("   worker 1   waits for worker 2", 20, 2))
                .containsExactly("   worker 1   waits", "     for worker 2");
    }

    @Test
    void a_line_of_blanks_and_one_that_ends_in_blanks_stay_as_they_are() {
        assertThat(Wrapped.words(" ".repeat(30), 10, 2)).containsExactly(" ".repeat(30));
        assertThat(Wrapped.words("abcdefghij    ", 10, 2)).containsExactly("abcdefghij    ");
    }

    @Test
    void a_character_of_two_units_counts_once_and_is_never_cut() {
        String smile = "\ud83d\ude00";

        assertThat(Wrapped.characters(smile.repeat(5), 2)).containsExactly(smile.repeat(2), smile.repeat(2), smile);
        assertThat(Wrapped.words(smile.repeat(3) + " " + smile.repeat(3), 7, 0)).hasSize(1);
        assertThat(Wrapped.words(smile.repeat(3) + " " + smile.repeat(3), 6, 0)).hasSize(2);
    }

    @Test
    void no_character_of_a_value_is_lost() {
        assertThat(Wrapped.characters("\"a  b  c\"", 4)).containsExactly("\"a  ", "b  c", "\"");
        assertThat(Wrapped.characters("", 4)).containsExactly("");
    }
}
