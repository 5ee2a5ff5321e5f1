package procgrade.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import procgrade.judge.Evidence;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.TreeSampler;
import procgrade.run.Pace;
import procgrade.run.RunOutcome;
import procgrade.run.RunSpec;
import procgrade.run.RunWatcher;
import procgrade.run.StopReason;
import procgrade.run.Supervisor;

/** Runs a program and records all that can be seen of it. */
final class RunRecorder {
    private final Supervisor supervisor;

    RunRecorder(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    /**
     * Runs a program to its end.
     *
     * @param title what to call the run
     * @param spec the run
     * @param timed whether nothing may disturb it
     * @return what was recorded
     */
    Evidence run(String title, RunSpec spec, boolean timed) {
        TreeSampler sampler = TreeSampler.ofThisMachine();
        Sampling sampling = new Sampling(sampler);
        RunOutcome outcome = supervisor.run(spec, List.of(sampling), timed ? Pace.SPARSE : Pace.FULL);
        return new Evidence(
                title,
                outcome,
                text(outcome.stdout()),
                text(outcome.stderr()),
                sampler.census(),
                sampler.timeline(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Counts processes. */
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
        public void ending(Duration elapsed) {
            sampler.ending(elapsed);
        }
    }
}
