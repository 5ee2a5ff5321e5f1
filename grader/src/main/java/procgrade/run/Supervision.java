package procgrade.run;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import procgrade.observe.KeptFile;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessEnd;
import procgrade.observe.ProcessStat;

/** The supervision of one run, from the start of its processes until none of them is left. For one thread. */
final class Supervision {
    private static final long RELEASE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int SIGKILL = 9;

    private final RunSpec spec;
    private final Launch launch;
    private final OutputFiles files;
    private final Watchers watchers;
    private final Pace pace;
    private final BooleanSupplier interrupted;
    private final Signals signals;
    private final ProcessTable table = new ProcessTable(ProcFs.ofThisMachine());

    private Ending ending = Ending.stopped(StopReason.INTERRUPTED);
    private Duration wall = Duration.ZERO;
    private List<RunOutcome.Leftover> leftovers = List.of();

    Supervision(
            RunSpec spec,
            Launch launch,
            OutputFiles files,
            Watchers watchers,
            Pace pace,
            BooleanSupplier interrupted,
            Signals signals) {
        this.spec = spec;
        this.launch = launch;
        this.files = files;
        this.watchers = watchers;
        this.pace = pace;
        this.interrupted = interrupted;
        this.signals = signals;
    }

    /** Returns when nothing of the run is left. */
    void supervise(Process root) throws InterruptedException {
        Optional<ProcessStat> rootStat = table.stat(root.pid());
        if (rootStat.isEmpty()) {
            // it has ended and Java has collected it: finding out why is all that is left to do
            if (StartedProgram.await(root, launch.script(), table, files, interrupted)
                    .isPresent()) {
                ending = Ending.byItself(WaitStatus.ofShell(root.waitFor()));
            }
            return;
        }
        RunMembers members = new RunMembers(
                table, rootStat.get(), launch.mark(), launch.script().token());
        try {
            Optional<StartedProgram> started = StartedProgram.await(root, launch.script(), table, files, interrupted);
            if (started.isPresent()) {
                watch(root, started.get(), members);
            }
        } finally {
            new TreeKiller(signals, table).kill(members, launch.scratch().isPresent());
            root.waitFor();
        }
    }

    private void watch(Process root, StartedProgram program, RunMembers members) throws InterruptedException {
        long start = System.nanoTime();
        watchers.started(root.pid(), program.program(), launch.mark());
        Optional<StopReason> reason;
        try (KeptFile stat = table.keepStat(program.program())) {
            reason = untilEnd(stat, start);
        }
        wall = since(start);
        Optional<ProcessStat> ended = table.stat(program.program());
        watchers.ending(wall, reason);
        if (reason.isPresent()) {
            ending = Ending.stopped(reason.get());
            return;
        }
        ended.filter(stat -> StartScript.couldNotStart(stat, table.isMereFork(stat.pid())))
                .ifPresent(stat -> {
                    throw new RunFault(
                            "the program '" + spec.command().get(0) + "' cannot be executed here: "
                                    + files.complaint().replace(launch.script().token() + ": ", "")
                                    + ": check its first line, and that it is made for this machine",
                            null);
                });
        leftovers = new Leftovers(table, members, ours(root, program)).find(() -> {
            wall = since(start);
            watchers.outlived(wall);
        });
        ProcessEnd end = release(root, program, ended);
        ending = files.bytes() > spec.limits().outputBytes()
                ? Ending.stopped(StopReason.OUTPUT_LIMIT)
                : Ending.byItself(end);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** {@return why the program is to be stopped; empty when its first process has ended} */
    private Optional<StopReason> untilEnd(KeptFile stat, long start) {
        long nextTick = 0;
        long nextCheck = 0;
        long activeAt = 0;
        Duration idleFor = Duration.ZERO;
        boolean steady = false;
        while (!table.isOver(stat)) {
            long elapsed = System.nanoTime() - start;
            if (interrupted.getAsBoolean()) {
                return Optional.of(StopReason.INTERRUPTED);
            }
            Optional<StopReason> reason = Optional.empty();
            if (elapsed >= nextTick) {
                reason = watchers.tick(Duration.ofNanos(elapsed));
                activeAt = watchers.areIdle(Duration.ofNanos(elapsed)) ? activeAt : elapsed;
                idleFor = Duration.ofNanos(elapsed - activeAt);
                steady = watchers.areSteady(Duration.ofNanos(elapsed));
                // from now on, not from when it was due: a slow look must not make the next one come at once
                nextTick = System.nanoTime() - start + pace.tickNanos(idleFor, steady);
            }
            if (reason.isEmpty() && elapsed >= nextCheck) {
                reason = check(System.nanoTime() - start);
                nextCheck = elapsed + CHECK_NANOS;
            }
            if (reason.isPresent()) {
                return reason;
            }
            LockSupport.parkNanos(pace.pollNanos(idleFor, steady));
        }
        return Optional.empty();
    }

    /** The limits that cost next to nothing to check, and are held also where the watchers look rarely. */
    private Optional<StopReason> check(long elapsedNanos) {
        if (files.bytes() > spec.limits().outputBytes()) {
            return Optional.of(StopReason.OUTPUT_LIMIT);
        }
        return elapsedNanos >= spec.limits().wall().toNanos() ? Optional.of(StopReason.TIME_LIMIT) : Optional.empty();
    }

    /** The processes that are there because of us: sandbox, keeper, and the program's own first one. */
    private Set<Long> ours(Process root, StartedProgram program) {
        Set<Long> pids = new HashSet<>(List.of(root.pid(), program.keeper(), program.program()));
        Optional<ProcessStat> current = table.stat(program.keeper());
        while (current.isPresent()
                && current.get().pid() != root.pid()
                && current.get().parentPid() > 0) {
            pids.add(current.get().pid());
            current = table.stat(current.get().parentPid());
        }
        return pids;
    }

    /**
     * Lets the keeper end. Its exit code is a second opinion where the kernel does not tell us the first, and the only
     * one if the program has made the keeper collect it.
     */
    private ProcessEnd release(Process root, StartedProgram program, Optional<ProcessStat> ended)
            throws InterruptedException {
        long start = System.nanoTime();
        while (root.isAlive() && System.nanoTime() - start < RELEASE_NANOS) {
            signals.resume(program.keeper());
            root.waitFor(1, TimeUnit.MILLISECONDS);
        }
        ProcessEnd second = root.isAlive() ? ProcessEnd.bySignal(SIGKILL) : WaitStatus.ofShell(root.exitValue());
        Optional<ProcessEnd> first = ended.filter(ProcessTable::isOver)
                .filter(stat -> stat.waitStatus().isPresent())
                .map(stat -> WaitStatus.ofKernel(stat.waitStatus().getAsInt()));
        return first.filter(end -> !end.isSuccess() || root.isAlive()).orElse(second);
    }

    RunOutcome outcome() {
        return new RunOutcome(
                ending,
                wall,
                files.stdout(),
                files.stderr(),
                leftovers,
                launch.scratch().isEmpty());
    }
}
