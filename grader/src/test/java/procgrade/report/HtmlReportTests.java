package procgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import procgrade.engine.CheckOutcome;
import procgrade.engine.RunView;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.observe.Census;
import procgrade.observe.ProcessEnd;
import procgrade.observe.ProcessRecord;
import procgrade.observe.ProcessRole;
import procgrade.observe.Timeline;
import procgrade.standstill.Standstill;

class HtmlReportTests {
    private static final String HOSTILE = "</title><script>alert('1')</script>\"\u202e\u001b[2J";

    private static ProcessRecord process(long pid, ProcessRecord.Part part, int number) {
        return new ProcessRecord(
                pid,
                1,
                part,
                number,
                new ProcessRole(ProcessRole.Kind.PYTHON, HOSTILE),
                List.of(),
                Duration.ofMillis(100),
                Optional.of(Duration.ofMillis(900)),
                Optional.of(ProcessEnd.exited(0)),
                Duration.ofMillis(400),
                0,
                false,
                true);
    }

    private static RunView run(Optional<Standstill> standstill) {
        Timeline timeline = new Timeline(List.of(
                new Timeline.Sample(Duration.ofMillis(200), Map.of(7L, Duration.ZERO), Map.of(), Duration.ZERO),
                new Timeline.Sample(
                        Duration.ofMillis(600), Map.of(7L, Duration.ofMillis(400)), Map.of(), Duration.ZERO)));
        Census census = new Census(
                List.of(
                        process(6, ProcessRecord.Part.MASTER, 0),
                        process(7, ProcessRecord.Part.WORKER, 1),
                        process(8, ProcessRecord.Part.OTHER, 0)),
                List.of("sampling"),
                List.of(),
                true,
                true);
        return new RunView("pi_mw.py " + HOSTILE, Duration.ofSeconds(1), "exit code 0", census, timeline, standstill);
    }

    private static CheckOutcome check(Finding finding, boolean hidden, RunView run) {
        return new CheckOutcome(
                "x",
                HOSTILE,
                10,
                0,
                10,
                hidden,
                List.of(),
                finding,
                Duration.ZERO,
                Optional.empty(),
                List.of(HOSTILE),
                List.of(run));
    }

    private static CheckOutcome deadlock(boolean hidden) {
        Standstill standstill = new Standstill(
                true,
                List.of(
                        new Standstill.Waiting(6, "master", "waits for worker 1 to end", "pi_mw.py:31", List.of(7L)),
                        new Standstill.Waiting(7, "worker 1", "puts to " + HOSTILE, "pi_mw.py:12", List.of(6L))),
                "a circle",
                new Standstill.Advice("JOIN_BEFORE_GET", "A pipe holds only so much.", "Get first, then join."));
        Finding finding = Finding.of(Verdict.DEADLOCK, "deadlock: " + HOSTILE).about(HOSTILE);
        return check(finding, hidden, run(Optional.of(standstill)));
    }

    @Test
    void nothing_that_a_student_wrote_is_markup() {
        Finding wrong = Finding.of(Verdict.WRONG_OUTPUT, HOSTILE)
                .comparing(HOSTILE, HOSTILE)
                .withDetails(List.of(HOSTILE))
                .withHelp(HOSTILE);

        String page = HtmlReport.of(SampleGrades.of(deadlock(false), check(wrong, false, run(Optional.empty()))));

        assertThat(page).doesNotContain("<script", "\u202e", "\u001b").contains("&lt;script&gt;");
    }

    @Test
    void a_page_asks_nobody_for_anything() {
        String page = HtmlReport.of(SampleGrades.of(deadlock(false)));

        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .contains("default-src 'none'")
                .doesNotContain("http:", "https:", "src=", "href=", "url(", "@import");
    }

    @Test
    void a_deadlock_is_a_picture_and_help_step_by_step() {
        String page = HtmlReport.of(SampleGrades.of(deadlock(false)));

        assertThat(page)
                .contains("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"picture-1\"")
                .contains("<summary>Why is that?</summary>A pipe holds only so much.")
                .contains("<summary>Where is the way out?</summary>Get first, then join.");
    }

    @Test
    void processes_are_bars_that_are_filled_where_they_computed() {
        String page = HtmlReport.of(SampleGrades.of(check(Finding.PASSED, false, run(Optional.empty()))));

        assertThat(page)
                .contains("worker 1, pid 7: 0.10 s to 0.90 s, 0.40 s of processor time, exit code 0")
                .containsOnlyOnce("fill:var(--busy,#369)");
    }

    @Test
    void of_a_hidden_check_no_more_is_shown_than_its_verdict() {
        String page = HtmlReport.of(SampleGrades.of(deadlock(true)));

        assertThat(page).contains("this check is hidden: deadlock").doesNotContain("<svg", "pi_mw.py:31");
    }

    @Test
    void a_failed_build_is_told_once() {
        assertThat(HtmlReport.of(SampleGrades.notBuilt()))
                .containsOnlyOnce("can be compiled")
                .containsOnlyOnce("PiMw.java:12: error");
    }

    @Test
    void every_verdict_has_its_word() {
        assertThat(HtmlReport.of(SampleGrades.ofEveryVerdict()))
                .contains(">PASS<", ">FAIL<", ">N/A<", ">SKIP<", ">ERROR<", "10 of 120 points");
    }
}
