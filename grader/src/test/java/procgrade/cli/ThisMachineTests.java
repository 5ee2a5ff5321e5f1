package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import procgrade.observe.ProcFs;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThisMachineTests {
    private final ThisMachine machine = new ThisMachine(ProcFs.ofThisMachine());

    @Test
    void a_tool_is_run_with_its_output_caught() {
        ToolRun run = machine.run("sh", "-c", "echo; echo '  first '; echo second >&2; exit 3");

        assertThat(run).isEqualTo(new ToolRun(ToolRun.Outcome.EXITED, 3, "first"));
        assertThat(run.succeeded()).isFalse();
        assertThat(machine.run("true").succeeded()).isTrue();
    }

    @Test
    void a_tool_that_is_not_there_is_not_started() {
        ToolRun run = machine.run("there-is-no-such-tool");

        assertThat(run.outcome()).isEqualTo(ToolRun.Outcome.NOT_STARTED);
        assertThat(run.complaint()).isEqualTo("not found");
    }

    @Test
    void a_tool_cannot_wait_for_input() {
        assertThat(machine.run("cat").succeeded()).isTrue();
    }

    @Test
    void a_tool_is_ended_when_the_caller_is_interrupted() {
        Thread.currentThread().interrupt();

        ToolRun run = machine.run("sleep", "120");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(run.outcome()).isEqualTo(ToolRun.Outcome.TIMED_OUT);
    }

    @Test
    void programs_are_found_on_the_path() {
        assertThat(machine.find("sh")).map(machine::isExecutable).contains(true);
        assertThat(machine.find("there-is-no-such-tool")).isEmpty();
    }

    @Test
    void folders_have_free_space_or_are_no_folders(@TempDir Path folder) {
        assertThat(machine.freeBytes(folder)).isPresent();
        assertThat(machine.freeBytes(folder.resolve("none"))).isEmpty();
    }

    @Test
    void java_is_the_one_that_runs_this_test() {
        assertThat(machine.javaVersion()).isEqualTo(Runtime.version());
        assertThat(machine.isExecutable(machine.javaHome().resolve("bin/java"))).isTrue();
    }

    /** Which checks pass depends on the machine; that each has one line and a way out does not. */
    @Test
    void doctor_finds_its_way_around_this_machine() {
        CommandRun run = CommandRun.of(machine, "doctor");

        String pass = " \\.{3,} (PASS   |CAUTION|FAIL   )  \\S.*";
        assertThat(run.err()).isEmpty();
        assertLinesMatch(
                List.of(
                        "java" + pass,
                        ">> java compiler >>",
                        "cores" + pass,
                        ">> >>",
                        "cpu quota" + pass,
                        ">> >>",
                        "/proc \\.+ (PASS|CAUTION) .*",
                        ">> >>",
                        "mkfifo" + pass,
                        ">> the other tools >>",
                        "chromium" + pass,
                        ">> >>",
                        "this machine is (not )?fit for grading.*"),
                run.out().lines().toList());
    }

    @Test
    void watch_sees_a_real_process() throws IOException {
        Process sleep = new ProcessBuilder("sleep", "120").start();
        try {
            CommandRun run = CommandRun.of(machine, "watch", Long.toString(sleep.pid()));

            assertThat(run.exitCode()).isEqualTo(ExitCode.PASSED);
            assertThat(run.out()).startsWith(sleep.pid() + "  ").contains(" s of cpu time, ");
        } finally {
            sleep.destroyForcibly().onExit().join();
        }
    }

    @Test
    void the_surroundings_of_this_process_are_complete() {
        Surroundings surroundings = Surroundings.ofThisProcess();

        assertThat(surroundings.environment()).isEqualTo(System.getenv());
        assertThat(surroundings.machine().architecture()).isNotNull();
        assertThat(surroundings.out()).isNotNull();
        assertThat(surroundings.err()).isNotNull();
    }
}
