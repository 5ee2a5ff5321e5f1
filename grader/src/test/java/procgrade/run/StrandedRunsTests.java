package procgrade.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StrandedRunsTests {
    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void needs_proc() {
        assumeThat(Files.isDirectory(Path.of("/proc/self")))
                .as("there is a /proc")
                .isTrue();
    }

    @AfterEach
    void end_all() {
        started.forEach(Process::destroyForcibly);
    }

    /** Waits for its input to end; what a shell has executed by then is known from its first line. */
    private Process start(String variable, String word) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "echo ready; read line", word);
        builder.environment().put(variable, "1");
        Process process = builder.start();
        started.add(process);
        process.inputReader().readLine();
        return process;
    }

    @Test
    void what_runs_in_the_folder_is_killed_and_nothing_else() throws Exception {
        Process ofRun = start("PROCGRADE_RUN", folder.resolve("runs/1").toString());
        Process ofAnother = start("PROCGRADE_RUN", folder + "-2/runs/1");
        Process ofSomebody = start("OTHER", folder.resolve("runs/1").toString());

        StrandedRuns.end(folder);

        assertThat(ofRun.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ofAnother.isAlive()).isTrue();
        assertThat(ofSomebody.isAlive()).isTrue();
    }
}
