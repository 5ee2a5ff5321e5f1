package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.multiprocessing.Program.Ended;
import procgrade.multiprocessing.programs.Greeting;
import procgrade.multiprocessing.programs.Overflow;
import procgrade.multiprocessing.programs.Traffic;

/** The capacity of pipes, set from outside the program. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PipeCapacityTests {
    private static final String VARIABLE = "PROCGRADE_PIPE_BYTES";

    /** A frame has at least so many bytes. */
    private static final int SMALLEST_ITEM = 16;

    private static void assertItemsThatFit(Program program, int items) {
        try (RunningProgram running = program.start()) {
            long producer = Long.parseLong(running.awaitLine("producer"));
            Blocked.awaitWriter(producer, ".data");
            running.awaitLine("item " + items);
            assertThat(running.out()).doesNotContain("item " + (items + 1));
            running.signal("TERM");
            running.awaitNobodyLeft();
            assertThat(running.folders()).isEmpty();
        }
    }

    @Test
    void is_64_KiB_by_default() {
        assertItemsThatFit(Program.of(Overflow.class, "simple"), 65_536 / SMALLEST_ITEM);
    }

    @Test
    void makes_a_simple_queue_block_earlier_if_smaller() {
        assertItemsThatFit(Program.of(Overflow.class, "simple").env(VARIABLE, "4096"), 4_096 / SMALLEST_ITEM);
    }

    @Test
    void makes_a_simple_queue_block_later_if_larger() {
        assertItemsThatFit(Program.of(Overflow.class, "simple").env(VARIABLE, "131072"), 131_072 / SMALLEST_ITEM);
    }

    @Test
    void does_not_make_the_put_of_a_queue_wait_but_the_end_of_its_process() {
        try (RunningProgram running =
                Program.of(Overflow.class, "queue").env(VARIABLE, "4096").start()) {
            running.awaitLine("put returned");
            Blocked.awaitWriter(running.pid(), ".data");
            assertThat(running.out()).isEqualTo("put returned\n");
            running.await("the hook at the end", () -> running.threads().contains("mp-exit"));
            running.signal("TERM");
            assertThat(running.awaitEnd().exitCode()).isEqualTo(143);
            assertThat(running.folders()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4096", "1048576", ""})
    void changes_nothing_in_what_arrives(String bytes) {
        Ended ended = Program.of(Traffic.class).env(VARIABLE, bytes).run();
        assertThat(ended.err()).isEmpty();
        int sum = 0;
        for (int i = 0; i < 300; i++) {
            sum += i * 37 % 20_000;
        }
        assertThat(ended.lines()).containsExactly(4 * sum + " bytes, 0 left");
        assertThat(ended.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4095", "1048577", "-1", "64k"})
    void must_be_a_number_within_bounds(String bytes) {
        assertRefused(
                Program.of(Greeting.class).env(VARIABLE, bytes),
                "java.lang.IllegalArgumentException: " + VARIABLE + " is \"" + bytes
                        + "\"; give a number of bytes from 4096 to 1048576, or unset it");
    }

    private static void assertRefused(Program program, String message) {
        Ended ended = program.run();
        assertThat(ended.err()).startsWith("Exception in thread \"main\" " + message + "\n");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.folders()).isEmpty();
    }

    @Test
    void needs_perl_or_python(@TempDir Path tools) throws IOException {
        provideMkfifo(tools);
        assertRefused(
                Program.of(Greeting.class).env(VARIABLE, "4096").env("PATH", tools.toString()),
                "java.io.UncheckedIOException: cannot set the capacity of pipes to 4096 bytes: neither perl nor python3"
                        + " is on the PATH; install one of them or unset " + VARIABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo first >&2; echo Operation not permitted >&2; exit 1", "exit 3"})
    void says_what_the_interpreter_said(String script, @TempDir Path tools) throws IOException {
        provideMkfifo(tools);
        Path perl = Files.writeString(tools.resolve("perl"), "#!/bin/sh\n" + script + "\n");
        assertThat(perl.toFile().setExecutable(true)).isTrue();
        assertRefused(
                Program.of(Greeting.class).env(VARIABLE, "4096").env("PATH", tools.toString()),
                "java.io.UncheckedIOException: cannot set the capacity of pipes to 4096 bytes: "
                        + (script.endsWith("3") ? "perl ended with exit code 3" : "Operation not permitted")
                        + "; give a smaller number in " + VARIABLE + " or unset it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"perl", "python3"})
    void is_set_by_either(String interpreter, @TempDir Path tools) throws Exception {
        int found = new ProcessBuilder("/bin/sh", "-c", "command -v " + interpreter)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assumeTrue(found == 0, interpreter + " is not installed");
        provideMkfifo(tools);
        String script = "#!/bin/sh\nPATH='" + System.getenv("PATH") + "' exec " + interpreter + " \"$@\"\n";
        Path tool = Files.writeString(tools.resolve(interpreter), script);
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        assertItemsThatFit(
                Program.of(Overflow.class, "simple").env(VARIABLE, "8192").env("PATH", tools.toString()),
                8_192 / SMALLEST_ITEM);
    }

    /** Copies, since busybox finds out by its name what to be. */
    private static void provideMkfifo(Path tools) throws IOException {
        for (String tool : Set.of("mkdir", "mkfifo")) {
            Path there = Path.of("/bin", tool);
            Files.copy(
                    Files.exists(there) ? there : Path.of("/usr/bin", tool),
                    tools.resolve(tool),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
