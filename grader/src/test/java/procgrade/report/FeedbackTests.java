package procgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.engine.RunView;
import procgrade.gradebook.SampleRows;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.observe.Census;
import procgrade.observe.Timeline;
import procgrade.standstill.Standstill;

class FeedbackTests {
    private static final String NAMES = "Ada <b> Lovelace";
    private static final String HOSTILE = "```\n# x\n</pre><script>alert(1)</script>\u001b[2J\u202e|";

    /** The two forms, which tell the same. */
    enum Form {
        MARKDOWN,
        HTML;

        String of(Grade grade) {
            return this == MARKDOWN ? FeedbackMarkdown.of(grade, NAMES) : FeedbackHtml.of(grade, NAMES);
        }
    }

    private static CheckOutcome deadlock(boolean hidden) {
        Standstill standstill = new Standstill(
                true,
                List.of(
                        new Standstill.Waiting(6, "master", "waits for worker 1 to end", "pi_mw.py:31", List.of(7L)),
                        new Standstill.Waiting(7, "worker 1", "puts to " + HOSTILE, "pi_mw.py:12", List.of(6L))),
                "a circle",
                new Standstill.Advice("JOIN_BEFORE_GET", "A pipe holds only so much.", "Get first, then join."));
        RunView run = new RunView(
                "pi_mw.py 1000",
                Duration.ofSeconds(1),
                "stopped: deadlock",
                new Census(List.of(), List.of(), List.of(), true, true),
                new Timeline(List.of()),
                Optional.of(standstill));
        return new CheckOutcome(
                "ends",
                "ends by itself",
                3,
                0,
                3,
                hidden,
                List.of(),
                SampleGrades.deadlock(),
                Duration.ZERO,
                Optional.of(Path.of("/srv/evidence/ends")),
                List.of("a fact"),
                List.of(run));
    }

    private static Finding everywhere(String text) {
        return Finding.of(Verdict.WRONG_OUTPUT, text)
                .comparing(text, text)
                .withDetails(List.of(text))
                .withHelp(text)
                .about(text);
    }

    @Test
    void markdown_of_every_verdict_looks_as_approved() throws IOException {
        Golden.compare(
                "feedback.md",
                FeedbackMarkdown.of(SampleGrades.ofEveryVerdict(), NAMES)
                        .lines()
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_hidden_check_gives_away_only_its_verdict(Form form) {
        Grade grade = SampleGrades.of(SampleGrades.hidden(everywhere("secret")), deadlock(true));

        assertThat(form.of(grade))
                .contains("this check is hidden: wrong output", "this check is hidden: deadlock")
                .doesNotContain("secret", "a fact", "pi\\_mw.py:31", "pi_mw.py:31", "<svg", "A pipe");
    }

    @ParameterizedTest
    @EnumSource
    void no_folder_and_no_machine_of_the_grader_is_named(Form form) {
        CheckOutcome failed =
                SampleGrades.check("x", SampleGrades.of(Verdict.GRADER_ERROR, "cannot read /srv/class/bob/stdout.txt"));
        Grade grade = SampleGrades.of(deadlock(false), failed);

        assertThat(form.of(grade))
                .contains("the grader failed at this check, which costs no points; your instructor knows")
                .doesNotContain("/srv", "evidence", "cores", "sandbox");
    }

    @ParameterizedTest
    @EnumSource
    void what_could_not_be_judged_costs_nothing_and_the_score_says_so(Form form) {
        Grade half = SampleGrades.of(SampleGrades.passed(), SampleGrades.wrongOutput(), SampleGrades.notMeasurable());

        assertThat(form.of(half)).contains("10 of 20 points", "This counts as 15.00 of 30 points.");
        assertThat(form.of(SampleGrades.of(SampleGrades.passed()))).doesNotContain("This counts as");
        assertThat(form.of(SampleGrades.of(SampleGrades.notMeasurable())))
                .contains("Nothing could be judged, so no points are entered.");
    }

    @ParameterizedTest
    @EnumSource
    void a_deadlock_has_its_picture_and_both_steps_of_help(Form form) {
        assertThat(form.of(SampleGrades.of(deadlock(false))))
                .contains("A pipe holds only so much.", "Get first, then join.", "a fact")
                .contains(form == Form.HTML ? "<svg" : "at pi_mw.py:31");
    }

    @Test
    void nothing_that_a_program_wrote_is_markup() {
        String markdown = FeedbackMarkdown.of(SampleGrades.of(SampleGrades.check("x", everywhere(HOSTILE))), HOSTILE);

        assertThat(markdown)
                .contains("\n````text\n")
                .contains("\n\\`\\`\\`\\\\n\\# x\\\\n\\</pre\\>\\<script\\>alert(1)\\</script\\>")
                .doesNotContain("\u001b", "\u202e");
        String prose =
                markdown.replaceAll("(?s)\n(`{3,})text\n.*?\n\\1\n", "\n").replaceAll("(`+) .*? \\1", "");
        assertThat(prose.lines().filter(line -> line.startsWith("# "))).hasSize(1);
        assertThat(prose).doesNotContainPattern("(?<!\\\\)<").doesNotContainPattern("(?<!\\\\)`");
        assertThat(FeedbackHtml.of(SampleGrades.of(SampleGrades.check("x", everywhere(HOSTILE))), HOSTILE))
                .doesNotContain("<script", "\u001b", "\u202e");
    }

    @ParameterizedTest
    @EnumSource
    void a_failed_build_is_told_once(Form form) {
        assertThat(form.of(SampleGrades.notBuilt()))
                .containsOnlyOnce("can be compiled")
                .containsOnlyOnce("PiMw.java:12: error");
    }

    @Test
    void what_was_refused_has_its_reason() {
        String markdown = FeedbackMarkdown.refused("pi_mw", "Pi", 10, SampleRows.refused());
        String html = FeedbackHtml.refused("pi_mw", "Pi", 10, SampleRows.refused());

        assertThat(markdown)
                .startsWith("# Pi\n\nMallory \\\\u202egpj.exe")
                .contains("**0 of 10 points**", "## FAIL: can be read", "outside of its folder");
        assertThat(html).contains("0 of 10 points", "can be read", "outside of its folder");
    }

    @Test
    void the_handout_is_a_grade_without_notices_and_environment() {
        Grade handout = Handout.of(SampleGrades.ofEveryVerdict(), NAMES);

        assertThat(handout.environment()).isEqualTo(Map.of());
        assertThat(handout.notices()).isEmpty();
        assertThat(handout.checks()).allMatch(check -> check.evidence().isEmpty());
        assertThat(handout.earned()).isEqualTo(SampleGrades.ofEveryVerdict().earned());
    }
}
