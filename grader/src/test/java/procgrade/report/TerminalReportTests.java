package procgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import procgrade.engine.Grade;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;

class TerminalReportTests {
    private static final TerminalReport PLAIN = new TerminalReport(Palette.PLAIN);

    @ParameterizedTest
    @EnumSource(Palette.class)
    void every_verdict_looks_as_it_should(Palette palette) throws IOException {
        golden("every-verdict", palette, SampleGrades.ofEveryVerdict());
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void a_failed_build_is_told_once(Palette palette) throws IOException {
        golden("not-built", palette, SampleGrades.notBuilt());
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void a_grade_without_failures_ends_with_the_points(Palette palette) throws IOException {
        golden("all-passed", palette, SampleGrades.of(SampleGrades.passed()));
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void an_interrupted_grade_says_so(Palette palette) throws IOException {
        golden("interrupted", palette, SampleGrades.interrupted());
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void a_hidden_check_shows_only_its_verdict(Palette palette) throws IOException {
        golden("hidden", palette, SampleGrades.of(SampleGrades.hidden(SampleGrades.deadlock())));
    }

    private static void golden(String name, Palette palette, Grade grade) throws IOException {
        String suffix = palette == Palette.PLAIN ? "plain" : "coloured";
        Golden.compare(name + "-" + suffix + ".txt", new TerminalReport(palette).whole(grade));
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void the_first_word_has_at_most_five_letters_and_the_sentence_its_column(Verdict verdict) {
        Finding finding = verdict == Verdict.PASSED ? Finding.PASSED : Finding.of(verdict, "because");

        String line = PLAIN.check(SampleGrades.check("the_sentence", finding)).get(0);

        assertThat(line).matches("  (PASS|FAIL|SKIP|ERROR|N/A) +the sentence( .*)?");
        assertThat(line.indexOf("the sentence")).isEqualTo(9);
    }

    @Test
    void control_characters_cannot_reach_the_terminal() {
        Finding finding = Finding.of(Verdict.WRONG_OUTPUT, "printed \u001b[2J\u202e")
                .comparing("a\tb", "a\r\n\u0007\u0000\ud800")
                .withDetails(List.of("one\ttwo\nthree\u009b"));

        assertThat(PLAIN.check(SampleGrades.check("x", finding)).stream().skip(1))
                .containsExactly(
                        "         printed \\u001b[2J\\u202e",
                        "         expected: a\\tb",
                        "         actual:   a\\r\\n\\u0007\\u0000\\ud800",
                        "           one     two",
                        "           three\\u009b");
    }

    @Test
    void what_is_too_long_is_cut_and_the_rest_counted() {
        String fits = "\ud83d\ude00".repeat(Visible.LONGEST);
        String long1 = "x".repeat(Visible.LONGEST + 1);
        Finding finding = Finding.of(Verdict.WRONG_OUTPUT, fits)
                .comparing(long1, "")
                .withDetails(Collections.nCopies(Visible.MOST_LINES + 2, "line"));

        List<String> lines = PLAIN.check(SampleGrades.check("x", finding));

        assertThat(lines.get(1)).isEqualTo("         " + fits);
        assertThat(lines.get(2))
                .isEqualTo("         expected: " + "x".repeat(Visible.KEPT) + "... (31 more characters)");
        assertThat(lines).hasSize(4 + Visible.MOST_LINES + 1);
        assertThat(lines.get(lines.size() - 1)).isEqualTo("           (2 more lines)");
    }

    @Test
    void the_parts_make_the_whole() {
        Grade grade = SampleGrades.ofEveryVerdict();
        Stream<String> parts = Stream.of(
                        Stream.of(PLAIN.heading("pi_mw", "ada", grade.buildTook())),
                        grade.checks().stream().flatMap(check -> PLAIN.check(check).stream()),
                        PLAIN.summary(grade).stream())
                .flatMap(lines -> lines);

        assertThat(parts).containsExactlyElementsOf(PLAIN.whole(grade));
    }

    @Test
    void no_line_is_a_count_of_passed_and_failed_alone() {
        assertThat(PLAIN.whole(SampleGrades.ofEveryVerdict()))
                .noneMatch(line -> line.matches("\\s*\\d+ passed.*"))
                .last()
                .asString()
                .startsWith("ada: 10 of 120 points, ");
    }

    @Test
    void points_have_at_most_two_decimals() {
        assertThat(Amounts.points(2.5)).isEqualTo("2.5");
        assertThat(Amounts.points(100)).isEqualTo("100");
        assertThat(Amounts.points(1.0 / 3)).isEqualTo("0.33");
    }
}
