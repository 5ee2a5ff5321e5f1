package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonReportTests {

    private static PythonReport read(String name) {
        try (InputStream in = PythonReportTests.class.getResourceAsStream("/standstill/reports/" + name + ".txt")) {
            return PythonReport.parse(in.readAllBytes()).orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static PythonReport text(String lines) {
        return PythonReport.parse(("procgrade\t1\n" + lines + "\nend\n").getBytes(StandardCharsets.ISO_8859_1))
                .orElseThrow();
    }

    @Test
    void a_worker_tells_what_it_gets_where() {
        PythonReport report = read("waits-for-turn");

        PythonThread first = report.threads().get(0);

        assertThat(report.process()).isEqualTo("Process-3");
        assertThat(first.call()).contains(new PythonThread.Call("get", "queue", "file:49166", "lock", ""));
        assertThat(first.place()).isEqualTo("one_sentinel.py:7");
        assertThat(first.text()).isEqualTo("n = tasks.get()");
        assertThat(first.wants()).isEqualTo("sem:140404800286720");
        assertThat(report.names()).containsEntry("file:49166", "tasks");
        assertThat(report.threads().get(1).isIn("idle")).isTrue();
    }

    @Test
    void the_owner_of_a_lock_is_the_one_that_has_acquired_it() {
        Map<Long, PythonReport> both = Map.of(1L, read("waits-for-turn"), 2L, read("gets"));

        PythonReports reports = new PythonReports(both, true);

        assertThat(reports.holders("sem:140404800286720")).contains(Set.of(2L));
        assertThat(reports.holders("sem:140404800282624"))
                .as("one that is free")
                .isEmpty();
        assertThat(reports.holders("sem:0")).as("one that nobody knows").isEmpty();
    }

    @Test
    void nobody_is_the_owner_only_if_everybody_was_asked() {
        Map<Long, PythonReport> one = Map.of(1L, read("waits-for-turn"));

        assertThat(new PythonReports(one, true).holders("sem:140404800286720")).contains(Set.of());
        assertThat(new PythonReports(one, false).holders("sem:140404800286720")).isEmpty();
    }

    @Test
    void the_name_is_that_of_the_first_process_that_has_one() {
        PythonReports reports = new PythonReports(
                Map.of(7L, text("name\tfile:1\tqueue\tq"), 5L, text("name\tfile:1\tqueue\ttQueue")), true);

        assertThat(reports.name("file:1")).isEqualTo("tQueue");
        assertThat(reports.name("file:2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "procgrade\t1\n", "procgrade\t2\nend\n", "procgrade\t1\nthread\t1\tx\n", "\nend\n"})
    void what_is_not_complete_is_no_report(String content) {
        assertThat(PythonReport.parse(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void a_forged_report_gives_no_more_than_odd_names() {
        PythonReport report =
                text("at\tx\ty\nthread\t99999999999\t\u0007\ncall\tget\nat\t-1\t/x/\u009b\tf\t\nroom\ta\tb");

        PythonThread thread = report.threads().get(0);
        assertThat(thread.nativeId()).isEqualTo(-1);
        assertThat(thread.name()).isEqualTo("?");
        assertThat(thread.place()).isEqualTo("?:-1");
        assertThat(thread.call()).isEmpty();
    }

    private static Optional<PythonReport> lines(String content) {
        return PythonReport.parseLines(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void an_interpreter_tells_the_lines_of_the_thread_that_it_has_interrupted() {
        PythonReport report = lines("""
                Thread 0x00007f1b2c7fc700 (most recent call first):
                  File "/home/ada/other.py", line 3 in other

                Current thread 0x00007f1b2d000740 (most recent call first):
                  File "/usr/lib/python3.11/os.py", line 99 in popen
                  File "<frozen runpy>", line 88 in _run_code
                  File "/home/ada/waïts.py", line 9 in wait_for_cat
                  File "/home/ada/waits.py", line 14 in <module>
                """).orElseThrow();

        assertThat(report.threads()).hasSize(1);
        assertThat(report.threads().get(0).frames())
                .extracting(PythonThread.Frame::place)
                .containsExactly("wa?ts.py:9", "waits.py:14");
        assertThat(report.tellsOfObjects()).isFalse();
        assertThat(read("gets").tellsOfObjects()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Thread 0x1 (most recent call first):\n", "Current thread 0x1 (most recent"})
    void lines_that_are_not_complete_are_no_report(String content) {
        assertThat(lines(content)).isEmpty();
    }
}
