package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTests {
    private static final String SCHEDULED = "file 7/task/7/schedstat 1500 200 3\\n";
    private static final String SWITCHES =
            "file 7/task/7/status Name:\\tx\\nvoluntary_ctxt_switches:\\t5\\nnonvoluntary_ctxt_switches:\\t6\\n";

    private static Progress progress(String... lines) {
        return Progress.read(SavedProc.of(String.join("\n", lines)), "7/task/7");
    }

    @Test
    void both_kinds_of_counters_are_read() {
        Progress progress = progress(SCHEDULED, SWITCHES);

        assertThat(progress.scheduled().value())
                .isEqualTo(new SchedStat(Duration.ofNanos(1500), Duration.ofNanos(200), 3));
        assertThat(progress.switches().value()).isEqualTo(new ContextSwitches(5, 6));
        assertThat(progress.isKnown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 0\\n", "1 2", "1 2 x", ""})
    void a_kernel_without_scheduler_statistics_gives_no_times(String content) {
        assertThat(progress("file 7/task/7/schedstat " + content).scheduled().availability())
                .isEqualTo(Availability.UNREADABLE);
    }

    @Test
    void equal_counters_mean_that_the_thread_has_not_run() {
        assertThat(progress(SCHEDULED, SWITCHES).isUnmovedSince(progress(SCHEDULED, SWITCHES)))
                .isTrue();
        assertThat(progress(SCHEDULED, SWITCHES).hasMovedSince(progress(SCHEDULED, SWITCHES)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file 7/task/7/schedstat 1500 200 4\\n",
                "file 7/task/7/schedstat 1501 200 3\\n",
                "file 7/task/7/status voluntary_ctxt_switches:\\t6\\nnonvoluntary_ctxt_switches:\\t6\\n",
                "file 7/task/7/status voluntary_ctxt_switches:\\t5\\nnonvoluntary_ctxt_switches:\\t7\\n",
            })
    void any_counter_that_differs_means_that_it_has_run(String later) {
        Progress before = progress(SCHEDULED, SWITCHES);
        Progress after = progress(SCHEDULED, SWITCHES, later);

        assertThat(after.hasMovedSince(before)).isTrue();
        assertThat(after.isUnmovedSince(before)).isFalse();
    }

    @Test
    void one_kind_of_counters_is_enough() {
        assertThat(progress(SWITCHES).isUnmovedSince(progress(SCHEDULED, SWITCHES)))
                .isTrue();
        assertThat(progress(SCHEDULED).isUnmovedSince(progress(SCHEDULED))).isTrue();
    }

    @Test
    void without_a_common_counter_nothing_is_claimed() {
        Progress times = progress(SCHEDULED);
        Progress nothing = progress("refused 7/task/7/status", "refused 7/task/7/schedstat");

        assertThat(nothing.isKnown()).isFalse();
        assertThat(nothing.isUnmovedSince(times)).isFalse();
        assertThat(nothing.hasMovedSince(times)).isFalse();
        assertThat(times.isUnmovedSince(progress(SWITCHES))).isFalse();
    }

    @Test
    void half_of_the_switches_are_no_switches() {
        assertThat(progress("file 7/task/7/status voluntary_ctxt_switches:\\t5\\n")
                        .switches()
                        .availability())
                .isEqualTo(Availability.UNREADABLE);
    }

    @Test
    void the_innermost_pid_is_the_last_one() {
        assertThat(status("Pid:\\t700\\nNSpid:\\t700\\t20\\t1\\n").innermostPid())
                .hasValue(1);
        assertThat(status("NSpid:\\t700\\n").innermostPid()).hasValue(700);
        assertThat(status("Pid:\\t700\\n").innermostPid()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void a_name_cannot_pretend_to_be_another_line() {
        // the kernel writes the line end of a name as a backslash and an n
        assertThat(status("Name:\\tx\\\\nNSpid:\\t1\\nNSpid:\\t700").innermostPid())
                .hasValue(700);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GC Thread#0|GC Thread#0",
                "a\\\\nb\\\\\\\\c|a\\nb\\\\c",
                "a\\x1b[31mred\\xff|a\\x1b[31mred\\xff",
            })
    void a_status_has_name_and_state(String written, String printable) {
        StatusFile status = status("Name:\\t" + written + "\\nState:\\tD (disk sleep)\\n");

        assertThat(status.name()).isEqualTo(printable);
        assertThat(status.state()).contains(ProcessState.DISK_SLEEP);
        assertThat(status("Name:\\tx\\n").state()).isEmpty();
    }

    private static StatusFile status(String content) {
        return StatusFile.parse(SavedProc.unescaped(content)).orElseThrow();
    }
}
