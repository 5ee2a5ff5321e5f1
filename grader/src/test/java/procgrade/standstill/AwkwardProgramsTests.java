package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real programs that make it hard to look at them: nothing wrong is said of them, and each look ends soon. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AwkwardProgramsTests {
    private static final int LOOKS = 150;

    /** Far more than a look takes on a busy machine, far less than one that has to compare all with all. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(8);

    @TempDir
    private Path folder;

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(AwkwardProgramsTests.class
                .getResource("/standstill/awkward/" + name)
                .toURI());
    }

    private static List<String> java(String... options) throws URISyntaxException {
        Path classes = Path.of(WaitsForEver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classes.toString(), WaitsForEver.class.getName()));
        return command;
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void checkThatNothingIsClaimed(WatchedRun run) {
        for (int i = 0; i < LOOKS; i++) {
            long start = System.nanoTime();
            assertThat(run.look()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST_LOOK);
            WatchedRun.tick();
        }
        assertThat(run.process().isAlive()).isTrue();
    }

    private static Standstill proof(WatchedRun run) {
        while (true) {
            long start = System.nanoTime();
            Optional<Standstill> proof = run.look();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST_LOOK);
            if (proof.isPresent()) {
                return proof.get();
            }
            assertThat(run.process().isAlive()).isTrue();
            WatchedRun.tick();
        }
    }

    @Test
    void five_thousand_threads_of_python_are_proved_to_stand_still_soon() throws Exception {
        try (WatchedRun run = WatchedRun.start(
                List.of("python3", resource("thousands_of_threads.py").toString()))) {
            Standstill proof = proof(run);

            assertThat(proof.whole()).isTrue();
            assertThat(proof.waiting().get(0).place()).isEqualTo("thousands_of_threads.py:10");
        }
    }

    @Test
    void five_thousand_threads_of_java_are_proved_to_stand_still_and_explained_soon() throws Exception {
        List<String> command = java("-Xss256k");
        command.add("4999");
        try (WatchedRun run = WatchedRun.start(command)) {
            Standstill proof = proof(run);

            assertThat(proof.waiting()).hasSize(5000);
            assertThat(proof.advice().mistake()).isEqualTo("LOST_WAKE_UP");
            assertThat(WaitGraph.of(proof).nodes()).hasSizeLessThan(5);
        }
    }

    @Test
    void a_virtual_machine_that_a_signal_would_end_is_asked_without_one() throws Exception {
        try (WatchedRun run = WatchedRun.start(java("-Xrs"))) {
            assertThat(proof(run).whole()).isTrue();
        }
    }

    @Test
    void of_a_virtual_machine_that_a_signal_would_end_and_that_cannot_be_asked_nothing_is_claimed() throws Exception {
        try (WatchedRun run = WatchedRun.start(java("-Xrs", "-XX:+DisableAttachMechanism"))) {
            checkThatNothingIsClaimed(run);
        }
    }

    /** It writes thread dumps, as it is told to, into a pipe that nobody reads, and hangs in that. */
    @Test
    void of_a_virtual_machine_whose_dump_never_comes_nothing_is_claimed() throws Exception {
        String script = "mkfifo pipe && exec 3<>pipe && exec \"$@\" >&3";
        List<String> command = new ArrayList<>(List.of("sh", "-c", "cd " + folder + " && " + script, "sh"));
        command.addAll(java());
        try (WatchedRun run = WatchedRun.start(command)) {
            WatchedRun.awaitHandlerOf(run.process().pid());
            for (int i = 0; i < LOOKS; i++) {
                signal("QUIT", run.process().pid());
            }
            checkThatNothingIsClaimed(run);
        }
    }

    @Test
    void a_virtual_machine_that_is_stopped_stands_still_for_ever_only_when_it_goes_on() throws Exception {
        try (WatchedRun run = WatchedRun.start(java())) {
            WatchedRun.awaitHandlerOf(run.process().pid());
            signal("STOP", run.process().pid());
            checkThatNothingIsClaimed(run);

            signal("CONT", run.process().pid());
            assertThat(proof(run).whole()).isTrue();
        }
    }

    @Test
    void of_a_process_that_hides_itself_nothing_is_claimed() throws Exception {
        try (WatchedRun run =
                WatchedRun.start(List.of("python3", resource("not_dumpable.py").toString()))) {
            checkThatNothingIsClaimed(run);
            assertThat(run.activity().sentence()).isNotEmpty();
        }
    }
}
