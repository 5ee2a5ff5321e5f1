package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real logs of strace 6.1, {@code strace/NAME.log} of the test resources, and lines made up for what is rare. */
class StraceLogTests {
    private static List<String> saved(String name) {
        try (InputStream in = StraceLogTests.class.getResourceAsStream("/strace/" + name + ".log")) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessLog log(long programPid, String... lines) {
        return StraceLog.parse(Stream.of(lines), programPid);
    }

    private static ProcessLog.Entry entry(ProcessLog log, long pid) {
        return log.entries().stream()
                .filter(entry -> entry.pid() == pid)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_children_of_a_shell_have_their_commands_and_ends() {
        ProcessLog log = StraceLog.parse(saved("shell").stream(), 13016);

        assertThat(log.complete()).isTrue();
        assertThat(log.entries())
                .extracting(
                        ProcessLog.Entry::pid,
                        ProcessLog.Entry::parentPid,
                        entry -> entry.end().orElseThrow().toString())
                .containsExactly(
                        tuple(13016L, 0L, "exit code 7"),
                        tuple(13017L, 13016L, "exit code 3"),
                        tuple(13018L, 13016L, "exit code 0"),
                        tuple(13019L, 13016L, "exit code 0"),
                        tuple(13020L, 13016L, "exit code 0"),
                        tuple(13021L, 13016L, "signal 11"));
        assertThat(entry(log, 13019).commandLine()).containsExactly("/bin/echo", "a \"b\" (c) <unfinished ...>");
        assertThat(entry(log, 13018).commandLine()).containsExactly("sleep", "1");
        assertThat(entry(log, 13018).ended()).hasValue(Duration.ofNanos(1_299_669_000));
    }

    @Test
    void threads_are_no_processes_but_what_they_start_is() {
        ProcessLog log = StraceLog.parse(saved("java").stream(), 12889);

        assertThat(log.complete()).isTrue();
        assertThat(log.entries())
                .extracting(
                        ProcessLog.Entry::pid,
                        ProcessLog.Entry::parentPid,
                        entry -> entry.end().orElseThrow().toString())
                .containsExactly(
                        tuple(12889L, 0L, "exit code 6"),
                        tuple(12938L, 12889L, "exit code 5"),
                        tuple(12944L, 12889L, "exit code 255"));
        assertThat(entry(log, 12889).threads()).isEqualTo(21);
        assertThat(entry(log, 12938).commandLine()).containsExactly("sh", "-c", "exit 5");
        assertThat(entry(log, 12944).commandLine().get(0)).endsWith("/jspawnhelper");
    }

    @Test
    void a_thread_that_executes_goes_on_as_its_process() {
        ProcessLog log = StraceLog.parse(saved("exec-by-thread").stream(), 12967);

        assertThat(log.entries()).hasSize(1);
        assertThat(entry(log, 12967).commandLine()).containsExactly("sh", "-c", "exit 8");
        assertThat(entry(log, 12967).end()).hasValue(ProcessEnd.exited(8));
    }

    @Test
    void forks_have_the_command_of_their_parent() {
        ProcessLog log = StraceLog.parse(saved("forkserver").stream(), 20260);

        assertThat(entry(log, 20280).commandLine()).isEqualTo(entry(log, 20267).commandLine());
        assertThat(entry(log, 20280).parentPid()).isEqualTo(20267);
        assertThat(entry(log, 20280).end()).hasValue(ProcessEnd.exited(9));
        assertThat(log.entries()).hasSize(7);
    }

    @Test
    void pids_of_a_sandbox_are_those_that_the_grader_sees() {
        ProcessLog log = StraceLog.parse(saved("sandbox").stream(), 13113);

        assertThat(log.entries())
                .extracting(
                        ProcessLog.Entry::pid,
                        ProcessLog.Entry::parentPid,
                        entry -> entry.end().map(ProcessEnd::toString).orElse("alive"))
                .containsExactly(
                        tuple(13113L, 0L, "exit code 2"),
                        tuple(13116L, 13113L, "exit code 4"),
                        tuple(13122L, 13113L, "alive"));
    }

    @Test
    void a_child_may_end_before_its_parent_tells_of_it() {
        ProcessLog log = log(
                10,
                "10 1.000000 execve(\"/bin/p\", [\"p\"], 0x1 /* 0 vars */) = 0",
                "10 1.100000 clone(child_stack=NULL, flags=SIGCHLD <unfinished ...>",
                "11 1.140000 set_robust_list(0x7f6b6d802e60, 24) = 0",
                "11 1.150000 +++ exited with 4 +++",
                "10 1.200000 <... clone resumed>) = 11",
                "10 1.300000 +++ exited with 0 +++");

        assertThat(log.complete()).isTrue();
        assertThat(entry(log, 11))
                .isEqualTo(new ProcessLog.Entry(
                        11,
                        10,
                        List.of("p"),
                        1,
                        Duration.ofMillis(140),
                        Optional.of(Duration.ofMillis(150)),
                        Optional.of(ProcessEnd.exited(4))));
    }

    @Test
    void a_pid_that_is_used_again_is_another_process() {
        ProcessLog log = log(
                10,
                "10 1.000000 execve(\"/bin/p\", [\"p\"], 0x1 /* 0 vars */) = 0",
                "10 1.100000 fork() = 11",
                "11 1.150000 +++ exited with 1 +++",
                "10 1.200000 fork() = 11",
                "11 1.250000 +++ exited with 2 +++");

        assertThat(log.entries())
                .extracting(entry -> entry.end().map(ProcessEnd::number).orElse(-1))
                .containsExactly(-1, 1, 2);
    }

    @Test
    void a_log_may_be_cut_off_anywhere() {
        String whole = String.join("\n", saved("forkserver"));
        for (int length = 0; length < whole.length(); length += 7) {
            ProcessLog log = StraceLog.parse(whole.substring(0, length).lines(), 20260);

            assertThat(log.entries().size()).isLessThanOrEqualTo(7);
        }
    }

    @Test
    void a_child_whose_parent_was_killed_in_the_call_is_not_lost() {
        ProcessLog log = log(
                10,
                "10 1.000000 execve(\"/bin/p\", [\"p\"], 0x1 /* 0 vars */) = 0",
                "10 1.100000 clone(child_stack=NULL, flags=SIGCHLD <unfinished ...>",
                "11 1.110000 execve(\"/bin/q\", [\"q\"], 0x1 /* 0 vars */) = 0",
                "10 1.120000 +++ killed by SIGKILL +++",
                "11 1.150000 +++ killed by SIGRT_2 (core dumped) +++");

        assertThat(entry(log, 11).parentPid()).isEqualTo(10);
        assertThat(entry(log, 11).end()).hasValue(ProcessEnd.bySignal(34));
        assertThat(log.complete()).isTrue();
    }

    @Test
    void lines_that_make_no_sense_are_left_out_and_told() {
        ProcessLog log = log(
                10,
                "10 1.000000 execve(\"/bin/p\", [\"p\", \"\\303\\244\\n\\\"\\0\"...], 0x1 /* 0 vars */) = 0",
                "strace: what?",
                "99999999999999999999 1.0 x",
                "10 1.300000 +++ killed by SIGNEW +++");

        assertThat(log.complete()).isFalse();
        assertThat(entry(log, 10).commandLine()).containsExactly("p", "ä\\n\"\\x00");
        assertThat(entry(log, 10).end()).isEmpty();
        assertThat(entry(log, 10).ended()).hasValue(Duration.ofMillis(300));
    }

    @Test
    void a_log_without_the_program_has_no_processes() {
        assertThat(log(10).entries()).isEmpty();
        assertThat(StraceLog.parse(saved("shell").stream(), 1).complete()).isFalse();
    }

    private static final String[] KILLED = {
        "10 1.000000 execve(\"/bin/p\", [\"p\"], 0x1 /* 0 vars */) = 0",
        "10 1.100000 fork() = 11",
        "10 1.150000 fork() = 12",
        "11 1.200000 +++ killed by SIGKILL +++",
        "10 1.300000 +++ exited with 0 +++",
        "12 1.400000 +++ killed by SIGKILL +++"
    };

    @Test
    void what_sigkill_ends_after_the_program_has_ended_was_alive() {
        ProcessLog log = log(10, KILLED);

        assertThat(entry(log, 11).end()).hasValue(ProcessEnd.bySignal(9));
        assertThat(entry(log, 12).end()).isEmpty();
        assertThat(entry(log, 12).ended()).isEmpty();
    }

    @Test
    void what_sigkill_ends_after_the_grader_began_to_kill_was_alive() {
        ProcessLog log = StraceLog.parse(Stream.of(KILLED), 10, 3);

        assertThat(entry(log, 11).end()).isEmpty();
        assertThat(entry(log, 10).end()).hasValue(ProcessEnd.exited(0));
    }

    @Test
    void lines_before_the_killing_are_counted_in_bytes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("strace.txt"), String.join("\n", KILLED) + "\n");
        long twoLines = KILLED[0].length() + KILLED[1].length() + 2;

        ProcessLog early = Strace.read(file, 10, OptionalLong.of(twoLines));
        ProcessLog late = Strace.read(file, 10, OptionalLong.of(Files.size(file)));

        assertThat(early.complete()).isTrue();
        assertThat(entry(early, 11).end()).isEmpty();
        assertThat(entry(late, 11).end()).hasValue(ProcessEnd.bySignal(9));
        assertThat(Strace.read(folder.resolve("none"), 10, OptionalLong.empty()).complete())
                .isFalse();
    }
}
