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
import procgrade.text.Amounts;
import procgrade.text.Visible;

class TerminalReportTests {
    private static final TerminalReport PLAIN = new TerminalReport(Palette.PLAIN, 80);

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
        Golden.compare(name + "-" + suffix + ".txt", new TerminalReport(palette, 80).whole(grade));
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
    void a_value_that_is_too_long_is_cut_and_the_rest_counted() {
        String fits = "\ud83d\ude00".repeat(Visible.LONGEST);
        String tooLong = "x".repeat(Visible.LONGEST + 1);
        Finding finding = Finding.of(Verdict.WRONG_OUTPUT, "why").comparing(tooLong, fits);

        List<String> lines = new TerminalReport(Palette.PLAIN, 300).check(SampleGrades.check("x", finding));

        assertThat(lines.subList(2, 4))
                .containsExactly(
                        "         expected: " + "x".repeat(Visible.KEPT) + "... (31 more characters)",
                        "         actual:   " + fits);
    }

    @Test
    void of_too_many_details_the_first_are_shown_and_the_rest_counted() {
        Finding finding = Finding.of(Verdict.WRONG_OUTPUT, "why")
                .withDetails(Collections.nCopies(Visible.MOST_LINES + 2, "line"));

        assertThat(PLAIN.check(SampleGrades.check("x", finding)))
                .hasSize(2 + Visible.MOST_LINES + 1)
                .endsWith("           (2 more lines)");
    }

    @Test
    void sentences_are_broken_at_blanks_and_values_stay_in_their_column() {
        Finding finding = Finding.of(Verdict.DEADLOCK, "deadlock: master waits for worker 1, worker 1 for room")
                .comparing("\"" + "0123456789".repeat(5) + "\"", "nothing")
                .withDetails(List.of(
                        "worker 1  waits to put into rQueue at PiMw.java:31",
                        "x = f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)",
                        " ^"))
                .withHelp("get all results before you wait for the workers")
                .about("java -cp procgrade-multiprocessing.jar:classes PiMw 1000 4");

        assertThat(new TerminalReport(Palette.PLAIN, 40).check(SampleGrades.check("never_deadlocks", finding)))
                .containsExactly(
                        "  FAIL   never deadlocks          1.04 s",
                        "         deadlock: master waits for",
                        "           worker 1, worker 1 for room",
                        "         expected: \"01234567890123456789",
                        "                   012345678901234567890",
                        "                   123456789\"",
                        "         actual:   nothing",
                        "           worker 1  waits to put into",
                        "             rQueue at PiMw.java:31",
                        "           x = f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)",
                        "            ^",
                        "         help: get all results before",
                        "               you wait for the workers",
                        "         try:  java -cp procgrade-multiprocessing.jar:classes PiMw 1000 4");
    }

    @Test
    void a_long_sentence_makes_room_for_the_time() {
        assertThat(new TerminalReport(Palette.PLAIN, 40)
                        .check(SampleGrades.check("main_ends_last_whoever_has_more_steps", Finding.PASSED)))
                .containsExactly(
                        "  PASS   main ends last           1.04 s", "         whoever has more", "         steps");
    }

    @Test
    void at_the_end_a_failure_is_one_line() {
        Finding finding = Finding.of(Verdict.CRASHED, "exit code 1: a sentence that does not fit into the line");

        assertThat(new TerminalReport(Palette.PLAIN, 40)
                        .summary(SampleGrades.of(SampleGrades.check("prints_pi", finding))))
                .contains("FAILED prints pi - exit code 1: a sen...");
    }

    @Test
    void in_a_file_the_failures_at_the_end_are_whole() {
        Finding finding = Finding.of(Verdict.CRASHED, "exit code 1: a sentence that does not fit into the line");

        assertThat(new TerminalReport(Palette.PLAIN, 40)
                        .withWholeFailures()
                        .summary(SampleGrades.of(SampleGrades.check("prints_pi", finding))))
                .contains("FAILED prints pi - exit code 1: a sentence that does not fit into the line");
    }

    @Test
    void a_submission_that_was_not_even_found_is_not_said_to_fail_at_the_compiler() {
        Finding failure = Finding.of(Verdict.BUILD_FAILED, "there is neither PiMw.java nor pi_mw.py");

        assertThat(PLAIN.summary(SampleGrades.notBuilt(failure)))
                .contains("  FAIL   can be started", "FAILED can be started - there is neither PiMw.java nor pi_mw.py");
    }

    @Test
    void a_syntax_error_of_python_is_told_in_the_words_of_python() {
        assertThat(PLAIN.summary(SampleGrades.notPython()))
                .startsWith(
                        "  FAIL   is valid Python",
                        "         pi_mw.py:2: SyntaxError: invalid syntax",
                        "           File \"pi_mw.py\", line 2",
                        "             def main(:",
                        "                      ^",
                        "           SyntaxError: invalid syntax",
                        "",
                        "FAILED is valid Python - pi_mw.py:2: SyntaxError: invalid syntax");
    }

    @Test
    void a_hidden_check_that_was_skipped_says_why() {
        Finding finding = Finding.of(Verdict.SKIPPED, "needs: prints pi");

        assertThat(PLAIN.check(SampleGrades.hidden(finding)))
                .containsExactly(
                        "  SKIP   edges",
                        "         this check is hidden: skipped, because a check that it needs did not",
                        "           pass");
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
