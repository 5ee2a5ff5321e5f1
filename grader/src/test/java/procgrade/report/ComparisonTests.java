package procgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTests {
    private static String shown(String expected, String actual) {
        StringBuilder page = new StringBuilder();
        Comparison.of(expected, actual).write(new Html(page));
        return page.toString()
                .replaceAll("(?s)<tr>.*?<code>", "")
                .replaceAll("</code></td></tr>", "")
                .replaceAll("</?table[^>]*>\n", "");
    }

    @Test
    void words_that_differ_are_marked() {
        assertThat(shown("worker 3: sum = 10", "worker 4: sum = 10"))
                .isEqualTo("worker <ins>3</ins>: sum = 10\nworker <del>4</del>: sum = 10\n");
    }

    @Test
    void neighbouring_words_have_one_mark() {
        assertThat(shown("all done now", "all")).isEqualTo("all<ins> done now</ins>\nall\n");
    }

    @Test
    void texts_with_little_in_common_have_no_marks() {
        assertThat(shown("pi = 3.14", "nothing")).isEqualTo("pi = 3.14\nnothing\n");
    }

    @Test
    void a_text_is_cut_and_made_visible() {
        assertThat(shown("a\u001b", "b".repeat(1000))).contains("\\u001b", "(870 more characters)");
    }
}
