package procgrade.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A grader that has no time to end anything. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledGraderTests {
    @TempDir
    private Path temporary;

    @Test
    void a_sandboxed_program_dies_with_its_grader() throws IOException, InterruptedException {
        Sandbox sandbox = Sandbox.ofThisMachine();
        assumeThat(sandbox.works()).as(sandbox.notice()).isTrue();
        Path work = Files.createDirectory(temporary.resolve("work"));
        Process grader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessRun.class.getName(),
                        work.toString(),
                        temporary.resolve("output").toString())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("log").toFile())
                .start();
        try {
            TestRun.await(() -> Files.exists(work.resolve("there")) || !grader.isAlive());
            Set<ProcessHandle> all = grader.descendants().collect(Collectors.toSet());
            // bwrap twice, keeper, program, and at least the daemon's shell
            assertThat(all).as(Files.readString(temporary.resolve("log"))).hasSizeGreaterThan(4);

            grader.destroyForcibly();
            assertThat(grader.waitFor(1, TimeUnit.MINUTES)).isTrue();
            TestRun.await(() -> all.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(all).noneMatch(ProcessHandle::isAlive);
        } finally {
            grader.descendants().forEach(ProcessHandle::destroyForcibly);
            grader.destroyForcibly();
        }
    }
}
