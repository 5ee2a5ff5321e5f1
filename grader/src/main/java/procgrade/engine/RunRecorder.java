package procgrade.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import procgrade.judge.Evidence;
import procgrade.observe.Census;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.MachineMeter;
import procgrade.observe.MachineUse;
import procgrade.observe.ProcessLog;
import procgrade.observe.ProcessRecord;
import procgrade.observe.TreeSampler;
import procgrade.run.LimitWatch;
import procgrade.run.Pace;
import procgrade.run.RunOutcome;
import procgrade.run.RunSpec;
import procgrade.run.RunWatcher;
import procgrade.run.StopReason;
import procgrade.run.Supervisor;
import procgrade.run.Tracing;
import procgrade.standstill.Activity;
import procgrade.standstill.Standstill;
import procgrade.standstill.StandstillDetector;

/** Runs a program and records all that can be seen of it. */
final class RunRecorder {
    private final Supervisor supervisor;
    private final Tracing tracing;

    RunRecorder(Supervisor supervisor, Tracing tracing) {
        this.supervisor = supervisor;
        this.tracing = tracing;
    }

    /**
     * Runs a program to its end.
     *
     * @param title what to call the run
     * @param spec the run
     * @param timed whether nothing may disturb it
     * @param holdUps seed of the schedule by which processes are held up; empty if none is
     * @return what was recorded
     */
    Evidence run(String title, RunSpec spec, boolean timed, OptionalLong holdUps) {
        TreeSampler sampler = TreeSampler.ofThisMachine();
        ProcessLogs logs = ProcessLogs.of(spec, timed, tracing);
        StandstillDetector detector = StandstillDetector.ofThisMachine()
                .naming(pid -> title(sampler, logs, pid))
                .knowingEnded(() -> endedWorkers(sampler, logs));
        Sampling sampling = new Sampling(sampler);
        Detecting detecting = new Detecting(detector);
        try {
            List<RunWatcher> watchers =
                    new ArrayList<>(List.of(sampling, logs, new LimitWatch(spec.limits()), detecting));
            holdUps.ifPresent(seed -> watchers.add(new HoldUps(seed, () -> alive(sampler), new HoldUps.ShellHolder())));
            RunOutcome outcome = supervisor.run(logs.recorded(spec), watchers, timed ? Pace.SPARSE : Pace.FULL);
            return evidence(title, outcome, sampling, logs, detecting);
        } finally {
            detector.close();
            logs.close();
        }
    }

    private static Census soFar(TreeSampler sampler, ProcessLogs logs) {
        return sampler.census(logs.exact(false).toArray(ProcessLog[]::new));
    }

    private static Optional<String> title(TreeSampler sampler, ProcessLogs logs, long pid) {
        return soFar(sampler, logs).processes().stream()
                .filter(process -> process.pid() == pid)
                .map(ProcessRecord::title)
                .findFirst();
    }

    private static List<Long> alive(TreeSampler sampler) {
        return sampler.census().processes().stream()
                .filter(process -> process.ended().isEmpty())
                .filter(process ->
                        process.part() == ProcessRecord.Part.MASTER || process.part() == ProcessRecord.Part.WORKER)
                .map(ProcessRecord::pid)
                .toList();
    }

    private static Map<String, String> endedWorkers(TreeSampler sampler, ProcessLogs logs) {
        Map<String, String> ended = new HashMap<>();
        for (ProcessRecord worker : soFar(sampler, logs).workers()) {
            if (worker.ended().isPresent()) {
                ended.put(
                        worker.title(),
                        worker.end()
                                .filter(end -> !end.isSuccess())
                                .map(end -> (end.signalled() ? "by " : "with ") + end)
                                .orElse(""));
            }
        }
        return ended;
    }

    private static Evidence evidence(
            String title, RunOutcome outcome, Sampling sampling, ProcessLogs logs, Detecting detecting) {
        boolean stopped = outcome.ending().stopped().isPresent();
        Census census = sampling.sampler.census(logs.all(stopped));
        return new Evidence(
                title,
                outcome,
                text(outcome.stdout()),
                text(outcome.stderr()),
                outcome.ending().end().map(census::withEndOfMaster).orElse(census),
                sampling.sampler.timeline(),
                sampling.machine,
                stopped ? detecting.proof : Optional.empty(),
                stopped ? detecting.activity : Optional.empty(),
                detecting.detector.notes());
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Counts processes and what they use. */
    private static final class Sampling implements RunWatcher {
        private final TreeSampler sampler;
        private final MachineMeter meter = MachineMeter.ofThisMachine();
        private Optional<MachineUse> machine = Optional.empty();

        Sampling(TreeSampler sampler) {
            this.sampler = sampler;
        }

        @Override
        public void started(long rootPid, long programPid, EnvironmentMark mark) {
            sampler.started(rootPid, programPid, mark);
            meter.start(sampler.cpu());
        }

        @Override
        public Optional<StopReason> tick(Duration elapsed) {
            sampler.tick(elapsed);
            return Optional.empty();
        }

        @Override
        public void ending(Duration elapsed) {
            sampler.ending(elapsed);
            machine = meter.stop(sampler.cpu());
        }
    }

    /** Stops a program that is proved to stand still for ever. If only a part of it does, the others may go on. */
    private static final class Detecting implements RunWatcher {
        private final StandstillDetector detector;
        private Optional<Standstill> proof = Optional.empty();
        private Optional<Activity> activity = Optional.empty();

        Detecting(StandstillDetector detector) {
            this.detector = detector;
        }

        @Override
        public void started(long rootPid, long programPid, EnvironmentMark mark) {
            detector.started(rootPid, programPid, mark, Set.of());
        }

        @Override
        public Optional<StopReason> tick(Duration elapsed) {
            proof = detector.look(elapsed);
            return proof.filter(Standstill::whole).map(whole -> StopReason.DEADLOCK);
        }

        /** Asked while the processes are there, also if the program has ended by itself: nobody knows that here. */
        @Override
        public void ending(Duration elapsed) {
            activity = Optional.of(detector.activity());
        }
    }
}
