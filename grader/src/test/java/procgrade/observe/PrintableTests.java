package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain | plain",
                "gr\\xc3\\xb6\\xc3\\x9fer | größer",
                "\\xf0\\x9f\\x90\\x8d | 🐍",
                // an escape sequence would let a process write into the reader's terminal
                "\\x1b[31m | \\x1b[31m",
                "a\\nb\\tc | a\\nb\\tc",
                "back\\\\slash | back\\\\slash",
                "\\x7f | \\x7f",
                // bytes that are not UTF-8, and characters that are cut off or written too long
                "\\xff\\xe9! | \\xff\\xe9!",
                "\\xe2\\x9c | \\xe2\\x9c",
                "\\xc0\\xaf | \\xc0\\xaf",
                "\\xc3( | \\xc3(",
                // characters that look like nothing or turn the line around
                "\\xe2\\x80\\xae | \\xe2\\x80\\xae",
                "\\xc2\\x85 | \\xc2\\x85",
                "\\xe2\\x80\\xa8 | \\xe2\\x80\\xa8",
            })
    void every_name_becomes_one_harmless_line_without_loss(String bytes, String printable) {
        assertThat(Printable.of(SavedProc.unescaped(bytes))).isEqualTo(printable);
    }
}
