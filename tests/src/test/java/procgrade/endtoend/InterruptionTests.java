package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C, and what else ends a program from outside. */
class InterruptionTests {
    private static final String LONG_CHECK = "main_waits_without_asking_again_and_again";

    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void make_room() throws IOException {
        bench = new Workbench(folder);
    }

    /** In a group of its own, as a shell starts it. A build server may have told its children to ignore signals. */
    private static Command listening(Command command) {
        return command.by("exec setsid env --default-signal=INT,TERM \"$@\"");
    }

    /** Without the dead of whom only the entry is left: in a container nobody may collect them. */
    static boolean runs(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException gone) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130, false", "INT, 130, true", "TERM, 143, false"})
    void the_children_are_killed_first_and_what_was_graded_is_kept(String signal, int exitCode, boolean whole)
            throws Exception {
        bench.python("good");
        var started = listening(bench.procgrade(
                        "check", "good", "--only", LONG_CHECK, "--output", "out", "--junit", "result.xml"))
                .start();
        started.awaitOutput("PASS   prints the steps of both in order");
        started.awaitProgram("python3");
        List<ProcessHandle> children = started.process().descendants().toList();

        send(signal, started, whole);
        var outcome = started.outcome();

        assertThat(outcome.exitCode()).isEqualTo(exitCode);
        assertThat(children).isNotEmpty().noneMatch(InterruptionTests::runs);
        assertThat(outcome.out())
                .containsPattern("\ngood: 6 of 6 points, 1 passed, seed [0-9]+, interrupted after .* s\n$");
        assertThat(bench.path("out/report.json")).content().contains("\"interrupted\" : true");
        assertThat(bench.path("result.xml")).content().endsWith("</testsuite>\n");
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    @Test
    void json_of_an_interrupted_grading_is_whole() throws Exception {
        bench.python("good");
        var started = listening(bench.procgrade("check", "good", "--only", LONG_CHECK, "--format", "json"))
                .start();
        started.awaitProgram("python3");

        started.signal("INT");
        var outcome = started.outcome();

        assertThat(outcome.exitCode()).isEqualTo(130);
        assertThat(outcome.out())
                .startsWith("{")
                .contains("\"interrupted\" : true")
                .endsWith("}\n");
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_compiler_that_was_interrupted_says_nothing_about_the_submission(boolean whole) throws Exception {
        bench.java("good");
        Path jdk = Jdk.copiedTo(bench.path("jdk"));
        Files.delete(jdk.resolve("bin/javac"));
        Home.script(jdk.resolve("bin/javac"), "exec sleep 600");
        var started =
                listening(bench.check("good").with("JAVA_HOME", jdk.toString())).start();
        started.awaitProgram("sleep");

        send("INT", started, whole);
        var outcome = started.outcome();

        assertInterruptedBeforeAnyCheck(outcome);
    }

    @Test
    void nor_does_a_python_that_was_reading_it_when_the_terminal_signalled_all() throws Exception {
        bench.file("good/start_join.py", "x = [1, 2, 3]\n".repeat(200_000), StandardCharsets.UTF_8);
        var started = listening(bench.check("good")).start();
        started.awaitProgram("python3");

        started.signalGroup("INT");
        var outcome = started.outcome();

        assertInterruptedBeforeAnyCheck(outcome);
    }

    @Test
    void a_rubric_that_loops_does_not_keep_anybody_waiting() throws Exception {
        bench.python("good");
        Path rubric = bench.course().resolve("start_join/rubric/StartJoinRubric.java");
        String check = "void the_task_is_a_child_process(Program program) {";
        Files.writeString(
                rubric,
                Files.readString(rubric).replace(check, check + " while (program != null) Thread.onSpinWait();"));
        var started = listening(bench.procgrade(
                        "check",
                        "start_join",
                        "good",
                        "--assignments",
                        "course",
                        "--only",
                        "the_task_is_a_child_process"))
                .start();
        started.awaitOutput("PASS   prints the steps of both in order");

        started.signal("INT");
        var outcome = started.outcome();

        assertThat(outcome.exitCode()).isEqualTo(130);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("\ngood: 6 of 6 points, 1 passed, ").contains(", interrupted after ");
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    private void assertInterruptedBeforeAnyCheck(Command.Outcome outcome) {
        assertThat(outcome.exitCode()).isEqualTo(130);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).doesNotContain("FAIL").contains("\ngood: 0 of 0 points, seed ");
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    private static void send(String signal, Command.Started started, boolean whole) throws Exception {
        if (whole) {
            started.signalGroup(signal);
        } else {
            started.signal(signal);
        }
    }
}
