package procgrade.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessStat;
import procgrade.observe.SavedProc;

/** What is said when a program cannot be run, which is no fault of the program. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunFaultTests {
    private static final StartScript SCRIPT = new StartScript("procgrade-token", List.of(), 1 << 20, 100);

    /** No machine has a process of that number: so nothing can be killed by mistake. */
    private static final String STUCK =
            "4194999 (stuck) D 1 4194999 4194999 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 333 0 10 0";

    @TempDir
    private Path temporary;

    private final Supervisor supervisor = new Supervisor(Sandbox.none());
    private TestRun run;

    @BeforeEach
    void prepare() {
        run = new TestRun(temporary, supervisor);
    }

    @AfterEach
    void nothing_is_alive() {
        supervisor.close();
        assertThat(run.survivors()).isEmpty();
    }

    @Test
    void a_program_that_is_nowhere_is_named() {
        assertThatThrownBy(() -> run.run("no-such-program"))
                .isInstanceOf(RunFault.class)
                .hasMessage("there is no program 'no-such-program': install it, or correct PATH");
        assertThatThrownBy(() -> run.run("./missing"))
                .hasMessage("there is no program './missing': install it, or correct PATH");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named_before_anything_is_started() throws IOException {
        Path output = Files.writeString(temporary.resolve("output"), "a file");

        assertThatThrownBy(() -> run.run("true"))
                .isInstanceOf(RunFault.class)
                .hasMessageMatching("cannot write to the folder \\Q" + output + "\\E: .+: make room there, or choose"
                        + " another one");
        assertThat(run.endings).isZero();
    }

    @Test
    void a_process_that_the_kernel_refuses_is_no_end_of_the_program() {
        assertThatThrownBy(() -> run.run("true", "x".repeat(300_000)))
                .isInstanceOf(RunFault.class)
                .hasMessageMatching(
                        "cannot start a process: .*error=7.*: close other programs, or raise the limits that"
                                + " 'ulimit -a' shows");
    }

    @Test
    void a_full_disk_is_told_with_its_folder() {
        // the file system of /proc has no room at all
        Path full = Path.of("/proc/self/stat");

        assertThatThrownBy(() -> Supervisor.checkDisk(new OutputFiles(full, full, full)))
                .isInstanceOf(RunFault.class)
                .hasMessage("the disk of /proc/self is full, so the output of the program is not complete: make room"
                        + " there");
        Path stdout = temporary.resolve("stdout.txt");
        assertThatCode(() -> Supervisor.checkDisk(new OutputFiles(full, stdout, full)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_mistake_in_a_watcher_ends_the_program_and_asks_for_a_report() {
        run.stopWhen(
                () -> {
                    throw new IllegalStateException("mistake");
                },
                StopReason.DEADLOCK);

        assertThatThrownBy(() -> run.run("sleep", "1000"))
                .isInstanceOf(RunFault.class)
                .hasMessage(
                        "watching the program failed: java.lang.IllegalStateException: mistake: please report this");
    }

    @Test
    void a_fault_that_a_watcher_has_found_itself_is_passed_on() {
        RunFault fault = new RunFault("the disk is full: make room", null);
        run.stopWhen(
                () -> {
                    throw fault;
                },
                StopReason.DEADLOCK);

        assertThatThrownBy(() -> run.run("sleep", "1000")).isSameAs(fault);
    }

    @Test
    void a_sandbox_that_ends_before_the_program_has_started_is_quoted() throws Exception {
        Process sandbox = new ProcessBuilder("false").start();
        sandbox.waitFor();

        assertThatThrownBy(() -> await(sandbox, "\nbwrap: no permission\n"))
                .isInstanceOf(RunFault.class)
                .hasMessage("the program could not be started: bwrap: no permission: run 'procgrade doctor' to see what"
                        + " this machine lacks");
        assertThatThrownBy(() -> await(sandbox, ""))
                .hasMessage("the program could not be started: run 'procgrade doctor' to see what this machine lacks");
    }

    @Test
    void a_sandbox_that_does_not_get_to_the_program_is_given_up() throws Exception {
        Process sandbox = new ProcessBuilder("sleep", "1000").start();
        try {
            assertThatThrownBy(() -> await(sandbox, ""))
                    .isInstanceOf(RunFault.class)
                    .hasMessage("the program could not be started: it has not started within 0 seconds: run"
                            + " 'procgrade doctor' to see what this machine lacks");
        } finally {
            sandbox.destroyForcibly();
        }
    }

    private Optional<StartedProgram> await(Process root, String complaint) throws IOException {
        Path stderr = Files.writeString(temporary.resolve("stderr.txt"), complaint);
        OutputFiles files = new OutputFiles(stderr, stderr, stderr);
        ProcessTable table = new ProcessTable(ProcFs.ofThisMachine());
        return StartedProgram.await(root, SCRIPT, table, files, () -> false, Duration.ZERO);
    }

    @Test
    void a_process_that_survives_being_killed_is_named() {
        ProcessTable table = new ProcessTable(SavedProc.of("file 4194999/stat " + STUCK));
        ProcessStat stuck = table.stat(4194999).orElseThrow();
        RunMembers members = new RunMembers(table, stuck, new EnvironmentMark("PROCGRADE_RUN", "7"), "token");

        assertThatThrownBy(() -> new TreeKiller(new Signals(), table, Duration.ZERO).kill(members, false))
                .isInstanceOf(RunFault.class)
                .hasMessage("process 4194999 (stuck) of the program cannot be killed: end it by hand, or restart the"
                        + " machine");
    }
}
