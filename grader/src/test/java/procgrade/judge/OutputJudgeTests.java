package procgrade.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputJudgeTests {
    private static final OutputExpectation PI =
            OutputExpectation.inOrder(List.of(new ExpectedLine.Numeric("pi = ", 3.25, 1e-9)));

    @ParameterizedTest
    @ValueSource(strings = {"a\nb\n", "a\nb", "a\r\nb\r\n"})
    void the_same_lines_pass_however_they_end(String output) {
        assertThat(ordered("a", "b").judge(output).passed()).isTrue();
    }

    @Test
    void the_first_wrong_line_is_compared_with_what_it_should_be() {
        Finding finding = ordered("a", "b", "c").judge("a\nx\ny\n");

        assertThat(finding.verdict()).isEqualTo(Verdict.WRONG_OUTPUT);
        assertThat(finding.rationale()).isEqualTo("line 2 is wrong");
        assertThat(finding.expected()).isEqualTo("\"b\"");
        assertThat(finding.actual()).isEqualTo("\"x\"");
    }

    @Test
    void an_output_that_ends_early_lacks_a_line() {
        Finding finding = ordered("a", "b", "c", "d").judge("a\n");

        assertThat(finding.rationale()).isEqualTo("line 2 is missing, and 2 lines after it");
        assertThat(finding.expected()).isEqualTo("\"b\"");
        assertThat(finding.actual()).isEqualTo("the output ends");
        assertThat(ordered("a", "b").judge("a\n").rationale()).isEqualTo("line 2 is missing");
    }

    @Test
    void a_line_too_many_is_shown() {
        Finding finding = ordered("a").judge("a\n\nb\n");

        assertThat(finding.rationale()).isEqualTo("line 2 should not be there, and 1 more line");
        assertThat(finding.actual()).isEqualTo("line 2 \"\"");
    }

    @Test
    void no_output_is_called_nothing() {
        Finding finding = ordered("a", "b").judge("");

        assertThat(finding.rationale()).isEqualTo("it printed nothing");
        assertThat(finding.expected()).isEqualTo("\"a\", and 1 more line");
        assertThat(finding.actual()).isEqualTo("nothing");
    }

    @Test
    void no_output_passes_if_none_is_expected() {
        assertThat(ordered().judge("").passed()).isTrue();
        assertThat(ordered().judge("\n").rationale()).isEqualTo("line 1 should not be there");
    }

    @Test
    void a_line_that_is_nearly_right_gets_a_hint() {
        assertThat(ordered("arg1= One").judge("arg1=One").help()).isEqualTo("only the blanks differ");
        assertThat(ordered("Main ends").judge("main ends").help()).isEqualTo("only upper and lower case differ");
        assertThat(ordered("Main ends").judge("the end").help()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pi = 3.25", "pi = 3.2500000009", "pi = 3.25e0", "pi = +3.25", "pi = 325e-2"})
    void a_number_within_the_tolerance_passes(String line) {
        assertThat(PI.judge(line).passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pi = 3.2500000011",
                "pi =3.25",
                "pi = 3.25d",
                "pi =  3.25",
                "pi = 3.25 ",
                "pi = NaN",
                "pi = 0x1.ap1",
                "3.25",
                "pi = "
            })
    void a_number_that_is_off_or_in_another_form_fails(String line) {
        assertThat(PI.judge(line).verdict()).isEqualTo(Verdict.WRONG_OUTPUT);
    }

    @Test
    void a_wrong_number_is_said_to_be_off_by_so_much() {
        Finding finding = PI.judge("pi = 3.5\n");

        assertThat(finding.expected()).isEqualTo("\"pi = 3.25\" (give or take 1.0E-9)");
        assertThat(finding.help()).isEqualTo("the form is right, but the number is off by 0.25");
    }

    @Test
    void a_number_without_a_value_or_tolerance_is_refused() {
        assertThatThrownBy(() -> new ExpectedLine.Numeric("x", 1, -1))
                .hasMessage("a number is expected to be finite, with a tolerance of 0 or more: 1.0, -1.0");
        assertThatThrownBy(() -> new ExpectedLine.Numeric("x", Double.NaN, 1)).hasMessageContaining("NaN");
    }

    @Test
    void lines_in_any_order_count_as_often_as_they_should_come() {
        OutputExpectation expectation = OutputExpectation.inAnyOrder(texts("a", "b", "b"));

        assertThat(expectation.judge("b\na\nb\n").passed()).isTrue();
        Finding finding = expectation.judge("b\na\na\n");
        assertThat(finding.rationale()).isEqualTo("1 line is missing, 1 line should not be there");
        assertThat(finding.expected()).isEqualTo("\"b\"");
        assertThat(finding.actual()).isEqualTo("line 3 \"a\"");
        assertThat(finding.details()).isEmpty();
        assertThat(expectation.judge("x\ny\nb\n").details())
                .containsExactly("missing: \"b\"", "not expected: line 2 \"y\"");
    }

    @Test
    void of_many_missing_lines_three_are_shown() {
        Finding finding =
                OutputExpectation.inAnyOrder(texts("a", "b", "c", "d", "e")).judge("e\n");

        assertThat(finding.rationale()).isEqualTo("4 lines are missing");
        assertThat(finding.details()).containsExactly("missing: \"a\"", "missing: \"b\"", "missing: \"c\"");
        assertThat(finding.expected()).isEmpty();
        assertThat(finding.help()).isEmpty();
    }

    @Test
    void a_line_too_many_is_shown_when_any_order_will_do() {
        Finding finding = OutputExpectation.inAnyOrder(texts("a", "b")).judge("b\na\nc\n");

        assertThat(finding.rationale()).isEqualTo("1 line should not be there");
        assertThat(finding.details()).containsExactly("not expected: line 3 \"c\"");
        assertThat(finding.expected()).isEmpty();
    }

    @Test
    void writers_may_mix_but_each_keeps_its_order() {
        OutputExpectation expectation = OutputExpectation.interleaved(List.of(texts("a1", "a2"), texts("b1", "b2")));

        assertThat(expectation.judge("b1\na1\na2\nb2\n").passed()).isTrue();
        Finding finding = expectation.judge("a2\na1\nb1\nb2\n");
        assertThat(finding.rationale()).isEqualTo("all lines are there, but line 1 is out of order");
        assertThat(finding.expected()).isEqualTo("\"a1\" or \"b1\"");
        assertThat(finding.actual()).isEqualTo("line 1 \"a2\"");
    }

    @Test
    void equal_lines_of_two_writers_are_given_to_whichever_needs_them() {
        OutputExpectation expectation = OutputExpectation.interleaved(List.of(texts("x", "p"), texts("x", "q")));

        assertThat(expectation.judge("x\nq\nx\np\n").passed()).isTrue();
        assertThat(expectation.judge("x\nq\np\nx\n").passed()).isFalse();
    }

    @Test
    void a_block_comes_after_all_lines_of_the_one_before() {
        OutputExpectation expectation =
                OutputExpectation.inAnyOrder(texts("task 1", "task 2")).then(ordered("main: done"));

        assertThat(expectation.judge("task 2\ntask 1\nmain: done\n").passed()).isTrue();
        Finding early = expectation.judge("task 2\nmain: done\ntask 1\n");
        assertThat(early.rationale()).isEqualTo("all lines are there, but line 2 is out of order");
        assertThat(early.expected()).isEqualTo("\"task 1\"");
        assertThat(early.help()).contains("(join)");
    }

    @Test
    void main_that_lacks_only_its_last_lines_is_asked_about_join() {
        OutputExpectation expectation = OutputExpectation.inAnyOrder(texts("task 1", "task 2"))
                .then(ordered("queue 1: empty", "queue 2: empty"));

        Finding one = expectation.judge("task 1\ntask 2\nqueue 1: empty\n");
        assertThat(one.rationale()).isEqualTo("1 line is missing");
        assertThat(one.details()).containsExactly("missing: \"queue 2: empty\"");
        assertThat(one.help()).contains("does main wait until they have ended (join)?");
        assertThat(expectation.judge("task 1\nqueue 1: empty\nqueue 2: empty\n").help())
                .isEmpty();
        assertThat(expectation
                        .judge("task 2\ntask 1\nqueue 2: empty\nqueue 1: empty\n")
                        .help())
                .isEmpty();
    }

    @Test
    void a_thousand_equal_lines_in_any_order_are_compared_at_once() {
        List<ExpectedLine> expected = IntStream.range(0, 1000)
                .<ExpectedLine>mapToObj(i -> new ExpectedLine.Text("line " + i % 2))
                .toList();
        List<String> output = new java.util.ArrayList<>(
                IntStream.range(0, 1000).mapToObj(i -> "line " + i % 2).toList());
        Collections.reverse(output);

        assertThat(OutputExpectation.inAnyOrder(expected)
                        .judge(String.join("\n", output))
                        .passed())
                .isTrue();
    }

    private static OutputExpectation ordered(String... lines) {
        return OutputExpectation.inOrder(texts(lines));
    }

    private static List<ExpectedLine> texts(String... lines) {
        return Stream.of(lines).<ExpectedLine>map(ExpectedLine.Text::new).toList();
    }
}
