package procgrade.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '"',
            value = {
                "a*b*c a\\*b\\*c",
                "<b> \\<b\\>",
                "[x](y) \\[x\\](y)",
                "a|b a\\|b",
                "#1 \\#1",
                "-1 \\-1",
                "+1 \\+1",
                "1.2 1\\.2",
                "2)x 2\\)x",
                "12 12",
                "a-b a-b",
                "\\n \\\\n",
            })
    void nothing_in_a_line_is_markup(String text, String shown) {
        assertThat(Markdown.line(text)).isEqualTo(shown);
    }

    @Test
    void a_line_has_no_control_characters() {
        assertThat(Markdown.line("a\n# b\u202e")).isEqualTo("a\\\\n\\# b\\\\u202e");
    }

    @Test
    void a_block_has_a_fence_that_nothing_in_it_can_close() {
        assertThat(Markdown.block(List.of("a", "````", "b\n```` html")))
                .isEqualTo("`````text\na\n````\nb\n```` html\n`````\n");
    }

    @Test
    void a_short_block_has_the_usual_fence() {
        assertThat(Markdown.block(List.of("`a`"))).isEqualTo("```text\n`a`\n```\n");
    }

    @Test
    void code_in_a_sentence_cannot_end_early() {
        assertThat(Markdown.code("a ``b`` c")).isEqualTo("``` a ``b`` c ```");
        assertThat(Markdown.code(" ")).isEmpty();
    }
}
