package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small Python programs: those that stand still for ever, and those that only look as if. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PythonProgramsTests {
    private static final int TIMES = 3;

    private static Path folder(String name) throws URISyntaxException {
        return Path.of(
                PythonProgramsTests.class.getResource("/standstill/" + name).toURI());
    }

    static Stream<String> alive() throws URISyntaxException, IOException {
        try (Stream<Path> files = Files.list(folder("alive"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @BeforeAll
    static void needs_python() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            there = false;
        }
        assumeThat(there).as("python3 is installed").isTrue();
    }

    private static WatchedRun start(String folder, String file) throws IOException, URISyntaxException {
        return WatchedRun.start(List.of("python3", folder(folder).resolve(file).toString()));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/standstill/python-deadlocks.csv", delimiter = '|', quoteCharacter = '\'')
    void a_deadlock_is_proved_and_explained(String file, String sentence, String mistake) throws Exception {
        try (WatchedRun run = start("deadlock", file)) {
            Standstill proof = run.awaitProof();

            assertThat(proof.whole()).isTrue();
            assertThat(proof.sentence()).matches(sentence);
            assertThat(proof.advice().mistake()).matches(mistake);
            assertThat(proof.waiting())
                    .allSatisfy(one -> assertThat(one.doing()).isNotEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fork", "spawn", "forkserver"})
    void the_line_of_a_child_is_told_however_it_was_started(String method) throws Exception {
        String file = folder("awkward").resolve("child_gets.py").toString();
        try (WatchedRun run = WatchedRun.start(List.of("python3", file, method))) {
            Standstill proof = run.awaitProof();

            assertThat(proof.waiting())
                    .extracting(one -> one.process() + " " + one.doing() + " at " + one.place())
                    .containsExactly(
                            "master waits for worker 1 to end at child_gets.py:15",
                            "worker 1 gets from tasks, which is empty at child_gets.py:7");
        }
    }

    @Test
    void the_line_is_told_also_while_the_interpreter_is_in_c_code() throws Exception {
        String file = folder("awkward").resolve("waits_in_c.py").toString();
        try (WatchedRun run = WatchedRun.start(List.of("python3", file))) {
            Standstill proof = run.awaitProof();

            assertThat(proof.waiting())
                    .extracting(one -> one.process() + " at " + one.place())
                    .contains("master at waits_in_c.py:16", "worker 1 at waits_in_c.py:9");
        }
    }

    @ParameterizedTest
    @MethodSource("alive")
    void nothing_is_claimed_of_a_program_that_goes_on(String file) throws Exception {
        List<WatchedRun> runs = new ArrayList<>();
        try {
            for (int i = 0; i < TIMES; i++) {
                runs.add(start("alive", file));
            }
            assertThat(WatchedRun.proofsUntilEnd(runs)).isEmpty();
        } finally {
            runs.forEach(WatchedRun::close);
        }
    }

    @Test
    void input_that_the_grader_could_send_is_no_deadlock() throws Exception {
        try (WatchedRun run = WatchedRun.start(List.of("cat"), ProcessBuilder.Redirect.PIPE)) {
            for (int i = 0; i < 50; i++) {
                assertThat(run.look()).isEmpty();
                WatchedRun.tick();
            }
            assertThat(run.activity().kind()).isEqualTo(Activity.Kind.WAITING);
        }
    }
}
