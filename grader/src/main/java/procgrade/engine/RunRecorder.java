package procgrade.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import procgrade.run.RunFault;
import procgrade.run.RunOutcome;
import procgrade.run.RunSpec;
import procgrade.run.RunWatcher;
import procgrade.run.StopReason;
import procgrade.run.Supervisor;
import procgrade.run.Tracing;
import procgrade.standstill.KnownProcesses;
import procgrade.standstill.StandstillDetector;

/** Runs a program and records all that can be seen of it. */
final class RunRecorder {
    private final Supervisor supervisor;
    private final Tracing tracing;
    private final Path copies;

    /**
     * A recorder.
     *
     * @param supervisor runs the programs
     * @param tracing records their processes
     * @param copies a folder, which exists, in which each run gets a copy of its own of the program's folder
     */
    RunRecorder(Supervisor supervisor, Tracing tracing, Path copies) {
        this.supervisor = supervisor;
        this.tracing = tracing;
        this.copies = copies;
    }

    /**
     * Runs a program to its end, in a copy of its folder that nobody else sees and that is gone afterwards.
     *
     * @param title what to call the run
     * @param spec the run
     * @param timed whether nothing may disturb it
     * @param holdUps seed of the schedule by which processes are held up; empty if none is
     * @return what was recorded
     * @throws RunFault if the program could not be run, which is not its fault
     */
    Evidence run(String title, RunSpec spec, boolean timed, OptionalLong holdUps) {
        try (RunFolder fresh = RunFolder.copyOf(spec.folder(), copies)) {
            return record(title, spec.in(fresh.folder()), timed, holdUps);
        }
    }

    private Evidence record(String title, RunSpec spec, boolean timed, OptionalLong holdUps) {
        TreeSampler sampler = TreeSampler.ofThisMachine();
        ProcessLogs logs = ProcessLogs.of(spec, timed, tracing);
        StandstillDetector detector =
                StandstillDetector.ofThisMachine(sampler.pulse()).knowing(() -> known(sampler, logs));
        ExecutorService looker = Executors.newSingleThreadExecutor(RunRecorder::thread);
        try {
            StandstillWatch standstill = new StandstillWatch(
                    StandstillWatch.looksOf(detector), spec.limits().wall(), looker);
            Sampling sampling = new Sampling(sampler);
            // the sampler first: the others ask it
            List<RunWatcher> watchers =
                    new ArrayList<>(List.of(sampling, logs, new LimitWatch(spec.limits(), sampler::alive), standstill));
            holdUps.ifPresent(seed -> watchers.add(new HoldUps(seed, () -> alive(sampler), new HoldUps.ShellHolder())));
            RunOutcome outcome = supervisor.run(logs.recorded(spec), watchers, timed ? Pace.SPARSE : Pace.FULL);
            return evidence(title, outcome, sampling, logs, standstill, detector.notes());
        } finally {
            // a last look comes to its end and finds nobody
            looker.shutdown();
            sampler.close();
            logs.close();
        }
    }

    private static Thread thread(Runnable looks) {
        Thread thread = new Thread(looks, "standstill");
        thread.setDaemon(true);
        return thread;
    }

    private static List<Long> alive(TreeSampler sampler) {
        return sampler.census().processes().stream()
                .filter(process -> process.ended().isEmpty())
                .filter(ProcessRecord::isMasterOrWorker)
                .map(ProcessRecord::pid)
                .toList();
    }

    private static KnownProcesses known(TreeSampler sampler, ProcessLogs logs) {
        Census soFar = sampler.census(logs.exact(false).toArray(ProcessLog[]::new));
        Map<Long, String> titles = new HashMap<>();
        soFar.processes().forEach(process -> titles.putIfAbsent(process.pid(), process.title()));
        Map<String, String> ended = new HashMap<>();
        for (ProcessRecord worker : soFar.workers()) {
            if (worker.ended().isPresent()) {
                ended.put(
                        worker.title(),
                        worker.end()
                                .filter(end -> !end.isSuccess())
                                .map(end -> (end.signalled() ? "by " : "with ") + end)
                                .orElse(""));
            }
        }
        return new KnownProcesses(titles, ended);
    }

    private static Evidence evidence(
            String title,
            RunOutcome outcome,
            Sampling sampling,
            ProcessLogs logs,
            StandstillWatch standstill,
            List<String> notes) {
        boolean stopped = outcome.ending().stopped().isPresent();
        Census census = sampling.sampler.census(logs.all(stopped));
        return new Evidence(
                title,
                outcome,
                EvidenceFiles.text(outcome.stdout()),
                EvidenceFiles.text(outcome.stderr()),
                outcome.ending().end().map(census::withEndOfMaster).orElse(census),
                sampling.sampler.timeline(),
                sampling.machine,
                stopped ? standstill.proof() : Optional.empty(),
                stopped ? standstill.activity() : Optional.empty(),
                notes);
    }

    /** Counts processes and what they use. */
    private static final class Sampling implements RunWatcher {
        private static final Duration IDLE = Duration.ofMillis(200);
        private static final Duration STEADY = Duration.ofSeconds(1);

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
        public boolean isIdle(Duration elapsed) {
            return elapsed.minus(sampler.pulse().lastMove()).compareTo(IDLE) > 0;
        }

        @Override
        public boolean isSteady(Duration elapsed) {
            return elapsed.minus(sampler.changedAt()).compareTo(STEADY) > 0;
        }

        @Override
        public void ending(Duration elapsed, Optional<StopReason> stopped) {
            measure(elapsed);
        }

        @Override
        public void outlived(Duration elapsed) {
            measure(elapsed);
        }

        private void measure(Duration elapsed) {
            sampler.lookClosely(elapsed);
            machine = meter.stop(sampler.cpu());
        }
    }
}
