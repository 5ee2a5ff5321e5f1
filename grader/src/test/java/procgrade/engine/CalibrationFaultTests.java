package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import procgrade.build.BuildTools;
import procgrade.run.RunFault;
import procgrade.run.Sandbox;
import procgrade.run.Tracing;

/** What is said when this machine cannot be measured, or kept busy. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CalibrationFaultTests {
    @Test
    void a_program_that_fails_is_told_with_its_command() {
        assertThatThrownBy(() -> new CalibrationRuns(List.of("false", "2")).measure(2))
                .isInstanceOf(RunFault.class)
                .hasMessage("the program that measures this machine failed: false 2: run it by hand to see why");
    }

    @Test
    void a_program_that_cannot_be_started_is_named() {
        assertThatThrownBy(() -> new CalibrationRuns(List.of("/no/such/java")).measure(2))
                .isInstanceOf(RunFault.class)
                .hasMessageMatching("the program that measures this machine could not be started: .*/no/such/java.*:"
                        + " run 'procgrade doctor' to see whether there is a Java");
    }

    @Test
    void an_interruption_stays_one() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new CalibrationRuns(List.of("sleep", "1000")).measure(2))
                .isInstanceOf(RunFault.class)
                .hasMessage("interrupted while this machine was measured: grade again");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();

        assertThatThrownBy(Calibrator::waitForOthers)
                .isInstanceOf(RunFault.class)
                .hasMessage("interrupted while this machine was measured: grade again");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void processes_that_should_compute_and_cannot_be_started_are_told() {
        Path none = Path.of("/no/such/jdk");
        BuildTools tools = new BuildTools(none, Optional.empty(), none, List.of(), Duration.ofMinutes(1), 256);
        GraderSetup setup = new GraderSetup(tools, Sandbox.none(), Tracing.none("a test"), Optional.empty(), 2);

        assertThatThrownBy(() -> Hogs.start(1, setup))
                .isInstanceOf(RunFault.class)
                .hasMessageMatching("cannot start a process that computes: .*/no/such/jdk.*: run 'procgrade doctor' to"
                        + " see whether there is a Java");
    }
}
