package procgrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import procgrade.observe.ProcessEnd;

/** How programs end, which must not depend on whether there is a sandbox. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class SupervisedProgramTests {
    @TempDir
    private Path temporary;

    private Supervisor supervisor;
    private TestRun run;

    abstract Sandbox sandbox();

    /** Whether strace stands in front of everything. */
    boolean traced() {
        return false;
    }

    @BeforeEach
    void prepare() {
        supervisor = new Supervisor(sandbox());
        run = new TestRun(temporary, supervisor);
        if (traced()) {
            Tracing tracing = Tracing.tryOut(sandbox());
            Assumptions.assumeTrue(tracing.works(), tracing.reason());
            run.traced();
        }
    }

    public TestRun run() {
        return run;
    }

    Path temporary() {
        return temporary;
    }

    @AfterEach
    void nothing_is_alive() {
        supervisor.close();
        assertThat(run == null ? List.of() : run.survivors()).isEmpty();
    }

    private static Ending exit(int code) {
        return Ending.byItself(ProcessEnd.exited(code));
    }

    @Test
    void a_program_ends_with_its_exit_code_and_its_output() throws IOException {
        RunOutcome outcome = run.shell("echo one; echo two >&2; exit 3");

        assertThat(outcome.ending()).isEqualTo(exit(3));
        assertThat(run.stdout()).isEqualTo("one\n");
        assertThat(run.stderr()).isEqualTo("two\n");
        assertThat(outcome.leftovers()).isEmpty();
        assertThat(outcome.sandboxed()).isEqualTo(sandbox().works());
        assertThat(run.endings).isEqualTo(1);
    }

    @Test
    void success_is_exit_code_zero() throws IOException {
        assertThat(run.run("true").ending()).isEqualTo(exit(0));
    }

    @Test
    void a_signal_is_told_from_the_exit_code_that_shells_give_it() throws IOException {
        assertThat(run.shell("kill -9 $$").ending()).isEqualTo(Ending.byItself(ProcessEnd.bySignal(9)));
        assertThat(run.stderr()).isEmpty();
        assertThat(run.shell("exit 137").ending()).isEqualTo(exit(137));
        assertThat(run.shell("kill -2 $$").ending()).isEqualTo(Ending.byItself(ProcessEnd.bySignal(2)));
    }

    @Test
    void a_program_cannot_pretend_that_it_was_never_started() throws IOException {
        RunOutcome outcome =
                run.shell("token=$(tr '\\0' '\\n' </proc/$PPID/cmdline | sed -n 4p); echo \"$token: 1\" >&2; exit 127");

        assertThat(run.stderr()).startsWith("procgrade-");
        assertThat(outcome.ending()).isEqualTo(exit(127));
    }

    @Test
    void a_program_reads_its_input_and_then_its_end() throws IOException {
        assertThat(run.input("zwölf\n").run("cat").ending()).isEqualTo(exit(0));

        assertThat(run.stdout()).isEqualTo("zwölf\n");
    }

    @Test
    void arguments_arrive_as_they_are() throws IOException {
        run.run("printf", "%s|", "a b", "\"c'", "", "$HOME", "*", "ü", " d ", "\n");

        assertThat(run.stdout()).isEqualTo("a b|\"c'||$HOME|*|ü| d |\n|");
    }

    @Test
    void a_program_sees_only_the_environment_it_is_given() throws IOException {
        run.environment(Map.of("COURSE", "multi processing")).run("env");

        assertThat(run.stdout().lines().map(line -> line.replaceAll("=.*", "")))
                .contains("COURSE", "PATH", "HOME", "TMPDIR", "LANG", "PROCGRADE_RUN")
                .isSubsetOf("COURSE", "PATH", "HOME", "TMPDIR", "LANG", "PROCGRADE_RUN", "PROCGRADE_CACHE", "PWD");
        assertThat(run.stdout()).contains("COURSE=multi processing\n", "LANG=C.UTF-8\n");
    }

    @Test
    void a_program_has_no_other_descriptors_than_the_usual_three() throws IOException {
        run.shell("ls /proc/$$/fd");

        assertThat(run.stdout()).isEqualTo("0\n1\n2\n");
    }

    @Test
    void a_program_works_in_its_folder_and_may_write_there_and_in_its_temporary_folder() throws IOException {
        RunOutcome outcome = run.shell("echo kept >file && echo x >\"$TMPDIR/y\" && echo x >\"$HOME/z\" && pwd");

        assertThat(outcome.ending()).isEqualTo(exit(0));
        assertThat(run.stdout().strip()).isEqualTo(run.folder().toString());
        assertThat(run.folder().resolve("file")).hasContent("kept");
    }

    @Test
    void a_program_works_in_a_copy_of_its_folder_and_leaves_the_folder_alone() throws IOException {
        run.write("data", "original");
        Path copy = Files.createDirectory(temporary.resolve("copy"));
        Files.writeString(copy.resolve("data"), "copied\n");

        RunOutcome outcome = run.in(copy).shell("cat data && echo changed >data && echo new >\"$PWD/left\"");

        assertThat(outcome.ending()).isEqualTo(exit(0));
        assertThat(run.stdout()).isEqualTo("copied\n");
        assertThat(copy.resolve("data")).hasContent("changed");
        assertThat(copy.resolve("left")).hasContent("new");
        assertThat(run.folder()).isDirectoryNotContaining("glob:**/left");
        assertThat(run.folder().resolve("data")).hasContent("original");
    }

    @Test
    void a_program_that_opens_its_standard_output_again_does_not_lose_what_comes_later() throws IOException {
        run.shell("echo one; echo two >>/dev/stdout; sh -c 'echo three' >>/dev/stderr; echo four");

        assertThat(run.stdout()).isEqualTo("one\ntwo\nfour\n");
        assertThat(run.stderr()).isEqualTo("three\n");
    }

    @Test
    void a_program_that_takes_too_long_is_stopped_and_its_output_kept() throws IOException {
        RunOutcome outcome = run.limits(RunLimits.DEFAULT.within(Duration.ofMillis(300)))
                .shell("echo before; trap '' TERM INT HUP; sleep 100; sleep 100");

        assertThat(outcome.ending()).isEqualTo(Ending.stopped(StopReason.TIME_LIMIT));
        assertThat(outcome.wall()).isBetween(Duration.ofMillis(300), Duration.ofSeconds(20));
        assertThat(run.stdout()).isEqualTo("before\n");
        assertThat(run.ticks).isGreaterThan(1);
        assertThat(run.endings).isEqualTo(1);
    }

    @Test
    void a_program_that_writes_without_end_is_stopped_and_its_output_cut() throws IOException {
        RunOutcome outcome = run.limits(new RunLimits(Duration.ofSeconds(100), 100_000, 1L << 30, 100, 1000))
                .run("yes");

        assertThat(outcome.ending()).isEqualTo(Ending.stopped(StopReason.OUTPUT_LIMIT));
        assertThat(Files.size(outcome.stdout())).isEqualTo(100_000);
    }

    @Test
    void a_program_that_wrote_too_much_before_it_ended_is_over_the_limit_all_the_same() throws IOException {
        RunOutcome outcome = run.limits(new RunLimits(Duration.ofSeconds(100), 10, 1L << 30, 100, 1000))
                .shell("echo 123456789; echo 123456789 >&2");

        assertThat(outcome.ending()).isEqualTo(Ending.stopped(StopReason.OUTPUT_LIMIT));
        assertThat(run.stdout() + run.stderr()).isEqualTo("1234512345");
    }

    @Test
    void the_time_of_a_program_ends_with_its_first_process_if_nobody_is_left() throws IOException {
        run.shell("sleep 0.1 & wait");

        assertThat(run.outlived).isZero();
    }

    @Test
    void the_time_of_a_program_goes_on_until_its_last_process_has_ended() throws IOException {
        RunOutcome outcome = run.shell("(i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; echo answer) &");

        assertThat(run.stdout()).isEqualTo("answer\n");
        assertThat(outcome.leftovers()).isEmpty();
        assertThat(run.outlived).isPositive();
    }

    @Test
    void whoever_is_left_behind_and_only_waits_does_not_add_to_the_time() throws IOException {
        RunOutcome outcome = run.shell("sleep 1000 & until grep -q 'sleep) S' /proc/$!/stat; do :; done");

        assertThat(outcome.leftovers()).hasSize(1);
        assertThat(run.outlived).isZero();
    }

    @Test
    void a_watcher_stops_the_program() throws IOException {
        RunOutcome outcome = run.stopAt("now").shell("sleep 100 & : >now; wait");

        assertThat(outcome.ending()).isEqualTo(Ending.stopped(StopReason.DEADLOCK));
        assertThat(outcome.leftovers()).isEmpty();
    }

    @Test
    void output_is_kept_byte_by_byte() throws IOException {
        RunOutcome outcome = run.shell("printf 'a\\0b\\377\\303\\r\\n'");

        assertThat(outcome.ending()).isEqualTo(exit(0));
        assertThat(Files.readAllBytes(outcome.stdout())).containsExactly('a', 0, 'b', 0xff, 0xc3, '\r', '\n');
        assertThat(outcome.stderr()).isEmptyFile();
    }

    @Test
    void a_closed_supervisor_has_no_process_and_can_be_used_again() throws IOException {
        Set<Long> others = children();
        run.run("true");
        assertThat(childrenBut(others)).isNotEmpty();

        supervisor.close();
        supervisor.close();

        assertThat(childrenBut(others)).isEmpty();
        assertThat(run.run("true").ending()).isEqualTo(exit(0));
    }

    @Test
    void an_interrupted_supervisor_has_no_process() throws IOException {
        Set<Long> others = children();
        run.run("true");

        supervisor.interruptAll();

        assertThat(childrenBut(others)).isEmpty();
        assertThat(run.run("true").ending()).isEqualTo(Ending.stopped(StopReason.INTERRUPTED));
        assertThat(childrenBut(others)).isEmpty();
    }

    private static Set<Long> childrenBut(Set<Long> others) {
        Set<Long> children = children();
        children.removeAll(others);
        return children;
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }
}
