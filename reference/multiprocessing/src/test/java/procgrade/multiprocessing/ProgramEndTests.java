package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.multiprocessing.Program.Ended;
import procgrade.multiprocessing.programs.Endings;
import procgrade.multiprocessing.programs.Failures;
import procgrade.multiprocessing.programs.Family;
import procgrade.multiprocessing.programs.Greeting;

/** How programs end, and that nothing is left of them. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ProgramEndTests {
    @Test
    void a_program_leaves_nothing_behind() {
        Ended ended = Program.run(Greeting.class);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines()).containsExactly("child says hello 0", "child ended with 0");
        assertClean(ended, 0);
    }

    private static void assertClean(Ended ended, int exitCode) {
        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.folders()).isEmpty();
        assertThat(ended.survivors()).isEmpty();
    }

    @Test
    void at_its_end_daemonic_children_are_ended_and_others_waited_for() {
        Ended ended = Program.run(Endings.class, "return");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines()).containsExactly("main ends", "grandchild ended with 0");
        assertClean(ended, 0);
    }

    @ParameterizedTest
    @CsvSource({"exit, 5", "exception, 1"})
    void so_they_are_if_it_ends_by(String way, int exitCode) {
        Ended ended = Program.run(Endings.class, way);
        assertThat(ended.lines()).containsExactly("grandchild ended with 0");
        assertThat(ended.err().contains("main fails")).isEqualTo(way.equals("exception"));
        assertClean(ended, exitCode);
    }

    @Test
    void an_uncaught_exception_in_a_child_is_printed_with_the_frames_of_the_program() {
        Ended ended = Program.run(Failures.class);
        assertThat(ended.lines()).containsExactly("1", "1", "1", "0");
        List<String> err = ended.err().lines().toList();
        String program = "\tat " + Failures.class.getName();
        assertThat(err.get(0)).isEqualTo("Process Process-1:");
        assertThat(err.get(1)).isEqualTo("java.lang.IllegalStateException: cannot divide");
        assertThat(err.get(2)).startsWith(program + ".divide(Failures.java:");
        assertThat(err.get(3)).isEqualTo("Caused by: java.lang.ArithmeticException: / by zero");
        assertThat(err.get(4)).startsWith(program + ".divide(Failures.java:");
        assertThat(err.subList(5, 7)).containsExactly("Process diver:", "java.lang.StackOverflowError");
        assertThat(err)
                .containsSubsequence(
                        "Process Process-3:",
                        "java.lang.InterruptedException: checked",
                        "Exception in thread \"helper\" java.lang.IllegalStateException: cannot divide");
        assertThat(ended.err()).doesNotContain("jdk.internal.reflect", "ChildMain", "TargetCall");
        assertClean(ended, 0);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143, join", "INT, 130, join", "HUP, 129, join", "TERM, 143, end", "INT, 130, end"})
    void a_signal_to_its_first_process_ends_all(String signal, int exitCode, String state) {
        Program family = Program.of(Family.class, state).through("/usr/bin/env", "--default-signal");
        try (RunningProgram program = family.start()) {
            long child = awaitBlocked(program, state);
            program.signal(signal);
            assertThat(program.awaitEnd().exitCode()).isEqualTo(exitCode);
            assertThat(ProcessHandle.of(child)).isEmpty();
            program.awaitNobodyLeft();
            assertThat(program.folders()).isEmpty();
            assertThat(program.err()).isEmpty();
        }
    }

    /** Waits until all three processes wait; returns the child's pid. */
    private static long awaitBlocked(RunningProgram program, String state) {
        long grandchild = Long.parseLong(program.awaitLine("grandchild"));
        long child = Long.parseLong(program.awaitLine("child"));
        program.await("blocked child", () -> Blocked.readers(child, ".data") + Blocked.readers(child, ".readers") == 1);
        program.await(
                "blocked grandchild",
                () -> Blocked.readers(grandchild, ".data") + Blocked.readers(grandchild, ".readers") == 1);
        if (state.equals("end")) {
            program.await("end of main", () -> program.threads().contains("mp-exit"));
        }
        return child;
    }

    @ParameterizedTest
    @ValueSource(strings = {"join", "end"})
    void its_children_go_and_tidy_up_when_its_first_process_is_killed(String state) {
        try (RunningProgram program = Program.of(Family.class, state).start()) {
            awaitBlocked(program, state);
            program.signal("KILL");
            assertThat(program.awaitEnd().exitCode()).isEqualTo(137);
            program.awaitNobodyLeft();
            assertThat(program.folders()).isEmpty();
            assertThat(program.err()).isEmpty();
        }
    }

    @Test
    void the_next_program_tidies_up_if_all_its_processes_are_killed_at_once(@TempDir Path pipes) {
        try (RunningProgram killed =
                        Program.of(Family.class, "join").pipes(pipes).start();
                RunningProgram living =
                        Program.of(Family.class, "join").pipes(pipes).start()) {
            awaitBlocked(killed, "join");
            List<Long> all = killed.survivors();
            all.forEach(pid -> RunningProgram.signal("STOP", pid));
            all.forEach(Blocked::awaitStopped);
            all.forEach(pid -> RunningProgram.signal("KILL", pid));
            killed.awaitNobodyLeft();
            awaitBlocked(living, "join");
            assertThat(living.folders()).hasSizeLessThanOrEqualTo(2);

            Ended next = Program.of(Greeting.class).pipes(pipes).run();
            assertThat(next.err()).isEmpty();
            assertThat(next.folders()).hasSize(1).allMatch(name -> name.contains("-" + living.pid() + "-"));
        }
    }
}
