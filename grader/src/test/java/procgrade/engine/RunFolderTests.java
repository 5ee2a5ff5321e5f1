package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.judge.Evidence;
import procgrade.run.Ending;
import procgrade.run.RunFault;
import procgrade.run.RunLimits;
import procgrade.run.RunSpec;
import procgrade.run.Sandbox;
import procgrade.run.StopReason;
import procgrade.run.Supervisor;
import procgrade.run.Tracing;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunFolderTests {
    @TempDir
    private Path folder;

    private Path program;
    private Path copies;

    @BeforeEach
    void make_a_program() throws IOException {
        folder = folder.toRealPath();
        program = Files.createDirectory(folder.resolve("program"));
        copies = Files.createDirectory(folder.resolve("runs"));
        Files.writeString(program.resolve("data"), "as handed in");
        Files.writeString(
                Files.createDirectories(program.resolve("more/inside")).resolve("data"), "too");
    }

    private Evidence run(boolean sandboxed, String script) {
        return run(sandboxed, script, RunLimits.DEFAULT);
    }

    private Evidence run(boolean sandboxed, String script, RunLimits limits) {
        Sandbox sandbox = sandboxed ? Sandbox.ofThisMachine() : Sandbox.none();
        assumeThat(sandbox.works()).as(sandbox.notice()).isEqualTo(sandboxed);
        RunSpec spec = new RunSpec(
                List.of("sh", "-c", script), program, List.of(), Map.of(), "", limits, folder.resolve("output"));
        try (Supervisor supervisor = new Supervisor(sandbox.hiding(List.of(folder)))) {
            return new RunRecorder(supervisor, Tracing.none("a test"), copies)
                    .run("sh", spec, true, OptionalLong.empty());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void no_run_finds_what_another_one_has_left(boolean sandboxed) {
        String script = "ls; cat data; echo; cat more/inside/data; echo changed | tee data >left; rm -r more";

        Evidence first = run(sandboxed, script);
        Evidence second = run(sandboxed, script);

        assertThat(first.errors()).isEmpty();
        assertThat(first.output()).isEqualTo("data\nmore\nas handed in\ntoo");
        assertThat(second.output()).isEqualTo(first.output());
        assertThat(copies).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_run_that_takes_the_rights_of_its_folder_away_spoils_no_other_one(boolean sandboxed) {
        String script = "echo x >left && mkdir -p a/b && echo x >a/b/c && chmod 0 a/b a && chmod 500 . && echo done";

        run(sandboxed, script);
        Evidence second = run(sandboxed, script);

        assertThat(second.errors()).isEmpty();
        assertThat(second.output()).isEqualTo("done\n");
        assertThat(copies).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_a_run_has_left_that_was_killed_is_gone(boolean sandboxed) {
        Evidence killed = run(sandboxed, "echo x >left; sleep 50", RunLimits.DEFAULT.within(Duration.ofMillis(300)));

        assertThat(killed.outcome().ending()).isEqualTo(Ending.stopped(StopReason.TIME_LIMIT));
        assertThat(copies).isEmptyDirectory();
        assertThat(run(sandboxed, "ls").output()).isEqualTo("data\nmore\n");
    }

    @Test
    void in_a_sandbox_no_run_sees_the_folder_of_another_one_that_goes_on_at_the_same_time() throws IOException {
        try (RunFolder other = RunFolder.copyOf(program, copies)) {
            Files.writeString(other.folder().resolve("left"), "x");

            Evidence run = run(true, "ls; ls " + other.folder());

            assertThat(run.output()).isEqualTo("data\nmore\n");
            assertThat(run.errors()).contains("No such file");
            assertThat(other.folder().resolve("left")).exists();
        }
    }

    @Test
    void two_copies_have_nothing_in_common() throws IOException {
        try (RunFolder one = RunFolder.copyOf(program, copies);
                RunFolder other = RunFolder.copyOf(program, copies)) {
            Files.writeString(one.folder().resolve("data"), "changed");

            assertThat(other.folder().resolve("data")).hasContent("as handed in");
            assertThat(program.resolve("data")).hasContent("as handed in");
        }
    }

    @Test
    void neither_links_nor_pipes_are_copied() throws Exception {
        Files.createSymbolicLink(program.resolve("link"), folder);
        Process pipe = new ProcessBuilder("mkfifo", program.resolve("pipe").toString()).start();
        assertThat(pipe.waitFor()).isZero();

        try (RunFolder copy = RunFolder.copyOf(program, copies)) {
            assertThat(copy.folder().toFile().list()).containsExactlyInAnyOrder("data", "more");
        }
    }

    @Test
    void a_program_can_be_started_that_its_author_may_execute() throws IOException {
        Path tool = Files.writeString(program.resolve("tool"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (RunFolder copy = RunFolder.copyOf(program, copies)) {
            assertThat(copy.folder().resolve("tool")).isExecutable();
        }
    }

    @Test
    void a_copy_that_cannot_be_made_is_no_fault_of_the_program() {
        Path gone = folder.resolve("gone");

        assertThatThrownBy(() -> RunFolder.copyOf(program, gone))
                .isInstanceOf(RunFault.class)
                .hasMessage("cannot copy the program to " + gone + ": there is no such file or folder: make room there,"
                        + " or let TMPDIR name another folder");
    }

    @Test
    void nothing_stays_of_a_copy_that_was_not_finished() {
        Path gone = folder.resolve("gone");

        assertThatThrownBy(() -> RunFolder.copyOf(gone, copies)).isInstanceOf(RunFault.class);
        assertThat(copies).isEmptyDirectory();
    }
}
