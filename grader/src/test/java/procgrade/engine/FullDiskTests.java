package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.build.BuildOutcome;
import procgrade.judge.Evidence;
import procgrade.measure.Calibration;
import procgrade.rubric.CalibrationRun;
import procgrade.rubric.RunRequest;
import procgrade.run.RunFault;
import procgrade.run.RunLimits;
import procgrade.submission.EnvironmentFault;

/** A disk that has room for what a program writes, and none for the record of it. */
class FullDiskTests {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private static GradingRecord grading(List<String> notices) {
        return new GradingRecord(
                Instant.EPOCH,
                "pi_mw",
                "ada",
                notices,
                1,
                List.of(),
                true,
                2,
                Map.of(),
                new BuildOutcome.BuildFailed("no", "", List.of(), Optional.empty(), Duration.ZERO),
                Set.of());
    }

    @Test
    void a_grading_that_cannot_be_recorded_is_given_up() {
        for (List<String> notices : List.of(List.<String>of(), List.of("long ".repeat(20_000)))) {
            assertThatThrownBy(() -> GradingFile.write(grading(notices), FULL))
                    .isInstanceOf(EnvironmentFault.class)
                    .hasMessage("cannot write /dev/full: no space left on device");
        }
    }

    @Test
    void a_run_that_cannot_be_recorded_is_a_fault_of_the_machine() throws IOException {
        Path file = Files.createSymbolicLink(folder.resolve("evidence.json"), FULL);
        MadeEvidence made = new MadeEvidence(1, folder);
        RunRequest request = made.request();
        Evidence evidence = made.evidence(made.bytes(40), made.bytes(7));

        assertThatThrownBy(() -> EvidenceWriter.write(evidence, request, made.spec(request, RunLimits.DEFAULT), folder))
                .isInstanceOf(RunFault.class)
                .hasMessage("cannot write " + file + ": no space left on device: make room there");
        // JUnit would warn of a link that leads out of the folder
        Files.delete(file);
    }

    @Test
    void so_is_a_measurement_of_the_machine_that_cannot_be_recorded() {
        Duration nap = Duration.ofMillis(500);
        CalibrationRun run = new CalibrationRun(new Calibration(2, nap, nap), Optional.empty());

        assertThatThrownBy(() -> CalibrationFile.write(run, FULL))
                .isInstanceOf(RunFault.class)
                .hasMessage("cannot write /dev/full: no space left on device: make room there");
    }
}
