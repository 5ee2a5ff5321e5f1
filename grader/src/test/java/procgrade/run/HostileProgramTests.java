package procgrade.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessEnd;
import procgrade.observe.ProcessStat;
import procgrade.observe.TreeSampler;

/**
 * Programs that mean harm, in {@code src/test/resources/hostile}. They are run inside a sandbox only, and each of them
 * stops by itself before a machine would suffer from it, if nothing else stops it.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileProgramTests {
    private static final RunLimits LIMITS = new RunLimits(Duration.ofSeconds(4), 1_000_000, 128L << 20, 64, 256);

    /** From the end of what a program may use to the end of its last process, on a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(20);

    @TempDir
    private Path temporary;

    private Supervisor supervisor;
    private Path folder;
    private final Namespace namespace = new Namespace();

    /** Remembers in which pid namespace a program runs: whoever is in it afterwards has survived. */
    private static final class Namespace implements RunWatcher {
        private final ProcFs proc = ProcFs.ofThisMachine();
        private String name = "";

        private String of(long pid) {
            return proc.link(pid + "/ns/pid")
                    .toOptional()
                    .map(link -> link.target())
                    .orElse("");
        }

        List<Long> inhabitants() {
            // without the dead, whom the machine's first process has not asked for yet
            ProcessTable table = new ProcessTable(proc);
            return table.all().stream()
                    .filter(stat -> !ProcessTable.isOver(stat))
                    .map(ProcessStat::pid)
                    .filter(pid -> of(pid).equals(name))
                    .toList();
        }

        @Override
        public void started(long rootPid, long programPid, EnvironmentMark mark) {
            name = of(programPid);
        }

        @Override
        public Optional<StopReason> tick(Duration elapsed) {
            return Optional.empty();
        }

        @Override
        public void ending(Duration elapsed, Optional<StopReason> stopped) {}
    }

    /** Before any program: without its own processes and its own end with the grader, none is started. */
    @BeforeEach
    void only_in_a_sandbox() throws IOException {
        Sandbox sandbox = Sandbox.ofThisMachine();
        assumeThat(sandbox.works()).as(sandbox.notice()).isTrue();
        assumeThat(Path.of("/usr/bin/python3")).exists();
        folder = Files.createDirectory(temporary.resolve("work"));
        PlainTools tools = PlainTools.ofThisMachine();
        Launch launch = Launch.prepare(spec("true"), sandbox, tools);
        assertThat(launch.command().get(tools.ownSession().size())).endsWith("/bwrap");
        assertThat(launch.command()).contains("--unshare-pid", "--die-with-parent", "--cap-drop");
        assertThat(launch.scratch()).isEmpty();
        supervisor = new Supervisor(sandbox);
    }

    @AfterEach
    void nothing_is_left() {
        if (!namespace.name.isEmpty()) {
            assertThat(namespace.name)
                    .isNotEqualTo(namespace.of(ProcessHandle.current().pid()));
            assertThat(namespace.inhabitants()).isEmpty();
        }
        Scratch.remove(folder);
        assertThat(folder).doesNotExist();
    }

    private RunSpec spec(String... command) {
        return new RunSpec(
                List.of(command), folder, List.of(resources()), Map.of(), "", LIMITS, temporary.resolve("output"));
    }

    private static Path resources() {
        try {
            return Path.of(HostileProgramTests.class.getResource("/hostile").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private RunOutcome run(String program) {
        TreeSampler sampler = TreeSampler.ofThisMachine();
        long start = System.nanoTime();
        RunOutcome outcome = supervisor.run(
                spec("/usr/bin/python3", resources().resolve(program).toString()),
                List.of(namespace, new Sampling(sampler), new LimitWatch(LIMITS, sampler::alive)),
                Pace.FULL);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(LIMITS.wall().plus(BOUND));
        assertThat(outcome.sandboxed()).isTrue();
        return outcome;
    }

    private record Sampling(TreeSampler sampler) implements RunWatcher {
        @Override
        public void started(long rootPid, long programPid, EnvironmentMark mark) {
            sampler.started(rootPid, programPid, mark);
        }

        @Override
        public Optional<StopReason> tick(Duration elapsed) {
            sampler.tick(elapsed);
            return Optional.empty();
        }

        @Override
        public void ending(Duration elapsed, Optional<StopReason> stopped) {
            sampler.ending(elapsed);
        }
    }

    private static Ending stopped(StopReason reason) {
        return Ending.stopped(reason);
    }

    private static Ending success() {
        return Ending.byItself(ProcessEnd.exited(0));
    }

    @Test
    void a_fork_bomb_is_stopped() {
        assertThat(run("fork_bomb.py").ending()).isEqualTo(stopped(StopReason.PROCESS_LIMIT));
    }

    @Test
    void a_flood_of_threads_is_stopped() {
        assertThat(run("thread_flood.py").ending()).isEqualTo(stopped(StopReason.PROCESS_LIMIT));
    }

    @Test
    void a_flood_of_output_is_stopped_and_cut() throws IOException {
        RunOutcome outcome = run("output_flood.py");

        assertThat(outcome.ending()).isEqualTo(stopped(StopReason.OUTPUT_LIMIT));
        assertThat(Files.size(outcome.stdout())).isEqualTo(1_000_000);
    }

    @Test
    void a_memory_hog_is_stopped() {
        assertThat(run("memory_hog.py").ending()).isEqualTo(stopped(StopReason.MEMORY_LIMIT));
    }

    @Test
    void no_file_grows_without_end() throws IOException {
        assertThat(run("large_file.py").ending()).isEqualTo(success());
        assertThat(Files.size(folder.resolve("large"))).isEqualTo(1L << 30);
    }

    @Test
    void the_temporary_folder_can_be_filled_and_is_gone_afterwards() {
        assertThat(run("full_tmp.py").ending()).isEqualTo(success());
    }

    @Test
    void a_program_that_ignores_all_signals_is_stopped() {
        assertThat(run("ignores_signals.py").ending()).isEqualTo(stopped(StopReason.TIME_LIMIT));
    }

    @Test
    void a_program_that_stops_itself_is_ended() {
        assertThat(run("stops_itself.py").ending()).isEqualTo(stopped(StopReason.TIME_LIMIT));
    }

    @Test
    void a_daemon_without_mark_and_session_is_found_and_ended() {
        RunOutcome outcome = run("daemon.py");

        assertThat(outcome.ending()).isEqualTo(success());
        assertThat(outcome.leftovers()).hasSize(1);
    }

    @Test
    void children_that_outlive_their_master_are_named_and_ended() {
        RunOutcome outcome = run("children_stay.py");

        assertThat(outcome.ending()).isEqualTo(success());
        assertThat(outcome.leftovers()).hasSize(3);
    }

    @Test
    void a_child_that_calls_itself_a_helper_is_named_all_the_same() {
        RunOutcome outcome = run("disguised_child.py");

        assertThat(outcome.ending()).isEqualTo(success());
        assertThat(outcome.leftovers()).extracting(RunOutcome.Leftover::label).containsExactly("jspawnhelper");
    }

    @Test
    void a_child_that_holds_the_output_open_keeps_nobody_waiting() throws IOException {
        RunOutcome outcome = run("holds_output.py");

        assertThat(outcome.ending()).isEqualTo(success());
        assertThat(outcome.wall()).isLessThan(LIMITS.wall());
        assertThat(outcome.stdout()).hasContent("master ends");
    }

    @Test
    void a_program_that_closes_its_output_ends_as_it_says() throws IOException {
        RunOutcome outcome = run("closes_output.py");

        assertThat(outcome.ending()).isEqualTo(Ending.byItself(ProcessEnd.exited(7)));
        assertThat(outcome.stdout()).isEmptyFile();
    }

    @Test
    void folders_nested_without_end_are_removed() {
        assertThat(run("deep_folders.py").ending()).isEqualTo(success());
        assertThat(folder.resolve("deep")).isDirectory();
    }

    @Test
    void what_a_process_writes_about_itself_confuses_nobody() throws IOException {
        RunOutcome outcome = run("writes_proc.py");

        assertThat(outcome.stderr()).isEmptyFile();
        assertThat(outcome.ending()).isEqualTo(Ending.byItself(ProcessEnd.exited(3)));
    }

    @Test
    void a_signal_to_everybody_hits_only_the_program() {
        RunOutcome outcome = run("kills_all.py");

        assertThat(outcome.ending().end()).isPresent();
    }
}
