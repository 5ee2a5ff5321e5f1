package procgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import procgrade.gradebook.SampleRows;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.report.GradescopeResults.HiddenChecks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GradescopeResultsTests {
    private static JsonNode parsed(String json) {
        return JsonMapper.shared().readTree(json);
    }

    @Test
    void the_score_is_that_of_the_gradebook_and_stands_above_the_tests() {
        JsonNode results =
                parsed(GradescopeResults.of(SampleGrades.ofEveryVerdict(), 50, HiddenChecks.AFTER_PUBLISHED));

        assertThat(results.get("score").decimalValue()).isEqualByComparingTo("4.17");
        assertThat(results.get("execution_time").asDouble()).isEqualTo(13.6);
        assertThat(results.get("stdout_visibility").asString()).isEqualTo("hidden");
        assertThat(results.get("tests").size()).isEqualTo(14);
    }

    @Test
    void a_test_has_points_and_what_the_terminal_says() {
        JsonNode test = parsed(GradescopeResults.of(
                        SampleGrades.of(SampleGrades.wrongOutput()), 10, HiddenChecks.AFTER_PUBLISHED))
                .at("/tests/0");

        assertThat(test.get("name").asString()).isEqualTo("prints pi");
        assertThat(test.get("number").asString()).isEqualTo("1");
        assertThat(test.get("status").asString()).isEqualTo("failed");
        assertThat(test.get("score").asDouble()).isZero();
        assertThat(test.get("max_score").asDouble()).isEqualTo(10);
        assertThat(test.get("visibility").asString()).isEqualTo("visible");
        assertThat(test.at("/tags/0").asString()).isEqualTo("prints_pi");
        assertThat(test.get("output").asString())
                .isEqualTo("line 1 is not what was expected\nexpected: \"pi = 3.14\"\nactual:   \"pi = 3.2\"\n"
                        + "help: does the sum run from 1 to N?\ntry:  java PiMw 1000 4");
    }

    @Test
    void what_could_not_be_judged_has_neither_points_nor_status() {
        JsonNode results = parsed(GradescopeResults.of(
                SampleGrades.of(SampleGrades.passed(), SampleGrades.notMeasurable()),
                10,
                HiddenChecks.AFTER_PUBLISHED));

        assertThat(results.get("score").decimalValue()).isEqualByComparingTo("10");
        assertThat(results.at("/tests/0/status").asString()).isEqualTo("passed");
        assertThat(results.at("/tests/1").has("score")).isFalse();
        assertThat(results.at("/tests/1").has("max_score")).isFalse();
        assertThat(results.at("/tests/1").has("status")).isFalse();
        assertThat(results.at("/tests/1/output").asString())
                .isEqualTo("needs 4 cores, this machine has 2\nthis costs no points");
    }

    @Test
    void a_hidden_check_reveals_nothing_and_is_seen_late_or_never() {
        Finding secret = Finding.of(Verdict.WRONG_OUTPUT, "secret")
                .comparing("secret", "secret")
                .withDetails(List.of("secret"))
                .withHelp("secret")
                .about("secret");

        String late =
                GradescopeResults.of(SampleGrades.of(SampleGrades.hidden(secret)), 10, HiddenChecks.AFTER_PUBLISHED);
        String never = GradescopeResults.of(SampleGrades.of(SampleGrades.hidden(secret)), 10, HiddenChecks.NEVER);

        assertThat(late).doesNotContain("secret", "evidence/");
        assertThat(parsed(late).at("/tests/0/visibility").asString()).isEqualTo("after_published");
        assertThat(parsed(never).at("/tests/0/visibility").asString()).isEqualTo("hidden");
        assertThat(parsed(late).get("output").asString()).doesNotContain("points", "passed", "failed");
    }

    @Test
    void a_failed_build_is_told_once_at_the_top() {
        JsonNode results = parsed(GradescopeResults.of(SampleGrades.notBuilt(), 10, HiddenChecks.AFTER_PUBLISHED));

        assertThat(results.get("score").decimalValue()).isEqualByComparingTo("0");
        assertThat(results.get("output").asString())
                .startsWith("not compiled: javac found 1 error\nPiMw.java:12: error");
        assertThat(results.at("/tests/0/output").asString()).isEqualTo("javac found 1 error");
    }

    @Test
    void what_is_no_python_was_not_compiled_either() {
        JsonNode results = parsed(GradescopeResults.of(SampleGrades.notPython(), 10, HiddenChecks.AFTER_PUBLISHED));

        assertThat(results.get("output").asString())
                .startsWith("not valid Python: pi_mw.py:2: SyntaxError: invalid syntax\nFile \"pi_mw.py\", line 2");
    }

    @Test
    void what_was_refused_scores_nothing_and_where_the_grader_failed_there_is_no_score() {
        JsonNode refused = parsed(GradescopeResults.notGraded(SampleRows.refused(), 10));
        JsonNode failed = parsed(GradescopeResults.notGraded(SampleRows.failed(), 10));

        assertThat(refused.get("score").decimalValue()).isEqualByComparingTo("0");
        assertThat(refused.get("output").asString()).contains("outside of its folder");
        assertThat(failed.has("score")).isFalse();
        assertThat(failed.get("output").asString()).isEqualTo("The grader failed; your instructor knows.");
    }
}
