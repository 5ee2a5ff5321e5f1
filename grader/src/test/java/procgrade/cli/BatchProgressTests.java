package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import procgrade.collect.HandIn;
import procgrade.collect.Person;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;

class BatchProgressTests {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicLong now = new AtomicLong();

    private BatchProgress progress(boolean terminal) {
        return new BatchProgress(
                new PrintWriter(out), new ProgressPanel(new PrintWriter(err), terminal, 40), 12, now::get);
    }

    private static HandIn handIn(String key) {
        return new HandIn(key, List.of(Person.named(key)), false, Path.of(key), "f", List.of());
    }

    @Test
    void without_a_terminal_there_is_a_line_for_each_hand_in() {
        BatchProgress progress = progress(false);
        progress.begins(handIn("ada"));
        progress.begins(handIn("bob"));
        progress.kept(handIn("bob"), UpshotTests.row(Row.State.GRADED, Verdict.PASSED, Verdict.DEADLOCK));
        progress.kept(handIn("ada"), UpshotTests.row(Row.State.REFUSED));
        progress.clear();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(" 1 of 12 bob 2.5 points deadlock 12.3 s", " 2 of 12 ada refused 12.3 s");
        assertThat(progress.done()).isEqualTo(2);
    }

    @Test
    void on_a_terminal_three_lines_change_and_are_gone_in_the_end() {
        BatchProgress progress = progress(true);
        progress.begins(handIn("ada"));
        progress.kept(handIn("ada"), UpshotTests.row(Row.State.GRADED, Verdict.PASSED));
        progress.begins(handIn("bob"));
        progress.dropped(handIn("bob"));
        progress.clear();

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("[#-------------------]  1 of 12\n  1 passed\n  now: nothing")
                .contains("now: bob")
                .endsWith("\r\u001b[K\u001b[1A\r\u001b[K\u001b[1A\r\u001b[K");
    }

    @Test
    void lines_are_not_wider_than_the_terminal_and_hold_no_control_characters() {
        ProgressPanel panel = new ProgressPanel(new PrintWriter(err), true, 10);
        panel.show(List.of("123456789012", "a\u0007b"));

        assertThat(err.toString()).isEqualTo("123456789\na?b");
    }

    @Test
    void a_rate_and_the_time_left_are_told_when_some_are_done() {
        BatchStatus some = new BatchStatus(30, 120, Duration.ofMinutes(10), "30 passed", List.of("ada", "bob"));

        assertThat(some.lines())
                .containsExactly(
                        "[#####---------------]  30 of 120  3.0 a minute  about 30 min left",
                        "  30 passed",
                        "  now: ada, bob");
        assertThat(new BatchStatus(2, 120, Duration.ofMinutes(10), "", List.of())
                        .lines()
                        .get(0))
                .isEqualTo("[--------------------]  2 of 120");
    }

    @Test
    void times_are_told_in_the_unit_that_fits() {
        assertThat(BatchStatus.roughly(Duration.ofSeconds(89))).isEqualTo("89 s");
        assertThat(BatchStatus.roughly(Duration.ofSeconds(90))).isEqualTo("2 min");
        assertThat(BatchStatus.roughly(Duration.ofMinutes(89))).isEqualTo("89 min");
        assertThat(BatchStatus.roughly(Duration.ofMinutes(190))).isEqualTo("3 h 10 min");
    }
}
