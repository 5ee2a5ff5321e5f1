package procgrade.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A small part of the corpus: one program for each kind of wait, and those that a rule was made for. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SliceTests {
    private static final String HANGING = "hangs/(java/(JoinBeforeGet|LocksInTwoOrders)"
            + "|plain/(ManyAtOneMonitor|Initializers|ChildReadsInput|LockOrder|ThousandsOfThreads)"
            + "|python/(several_socketpairs|flock_order|one_sentinel_for_many.py spawn|barrier_short.py forkserver"
            + "|process_descriptor|epoll_pipe|both_send.py fork|alarm_ignored|asyncio_future|thread_lock_order"
            + "|thousand_processes))";
    private static final String LIVING =
            "lives/(plain/(CollectsConcurrently|NamedLikeTheMachine|SleepsInMonitor|ChildTakesNoSignals|DumpNeverComes)"
                    + "|java/TimedLocks"
                    + "|python/(sigwait_for_timer|alarm_kills|alarm_outlives_exec|alarm_in_a_module|receive_time_out"
                    + "|perl_alarm|stopped_and_continued|daemon_without_environment|accepts_on_loopback|ping_pong.py))";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void needs_python() {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/python3")))
                .as("python3 is installed")
                .isTrue();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--programs", "", "--library", library()));
        all.addAll(List.of(arguments));
        return Main.run(
                all,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    /** Where the build has put the library: its classes, or the jar made of them. */
    static String library() {
        return List.of(System.getProperty("java.class.path").split(":")).stream()
                .filter(entry -> entry.contains("multiprocessing"))
                .findFirst()
                .orElseThrow();
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void what_hangs_is_reported_and_what_lives_is_not() {
        int code = run("--jobs", "4", "--pattern", HANGING + "|" + LIVING);

        assertThat(code).as(this::output).isZero();
    }

    @Test
    void scans_without_a_pause_raise_no_alarm() {
        int code = run("--stress", "60", "--hogs", "1", "--pattern", "lives/python/(ping_pong.py|ring_by)");

        assertThat(code).as(this::output).isZero();
        assertThat(output()).contains("60 double scans, ").contains(": 0 false alarms");
    }

    @Test
    void a_pattern_that_finds_nothing_is_refused() {
        assertThat(run("--pattern", "no such program")).isEqualTo(2);
        assertThat(output()).contains("matches 'no such program': try a part of a name");
    }

    @Test
    void help_shows_an_example() {
        assertThat(run("--help")).isZero();
        assertThat(output()).contains("Example: tests/corpus/run --jobs 2");
    }
}
