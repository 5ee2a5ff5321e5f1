package procgrade.run;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs programs as supervised process trees, and leaves nothing of them alive. {@code docs/running.md} explains how.
 *
 * <p>Safe for use by several threads; each of them then has a run of its own.
 */
public final class Supervisor implements AutoCloseable {
    private static final long INTERRUPTION_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long PAUSE_NANOS = 1_000_000;

    private final Sandbox sandbox;
    private final Signals signals = new Signals();
    private final Set<Object> active = ConcurrentHashMap.newKeySet();
    private volatile boolean interrupted;

    /**
     * A supervisor.
     *
     * @param sandbox around the programs
     */
    public Supervisor(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Runs a program to its end, or to the end of what it may use. Called from a thread that is interrupted, or
     * interrupted meanwhile, it ends the program with {@link StopReason#INTERRUPTED} and leaves the thread interrupted.
     *
     * @param spec what to run
     * @param watchers are called by the calling thread while it runs
     * @param pace how often
     * @return how it ended; nothing of it is alive any more
     * @throws RunFault if it could not be run, which is not its fault
     */
    public RunOutcome run(RunSpec spec, List<RunWatcher> watchers, Pace pace) {
        Interruption interruption = new Interruption(this);
        active.add(interruption);
        try {
            return run(spec, new Watchers(watchers), pace, interruption);
        } finally {
            active.remove(interruption);
            interruption.handOn();
        }
    }

    private RunOutcome run(RunSpec spec, Watchers watchers, Pace pace, Interruption interruption) {
        boolean threadWasInterrupted = interruption.isRequested();
        OutputFiles files = files(spec);
        Launch launch = null;
        try {
            launch = Launch.prepare(spec, sandbox, PlainTools.ofThisMachine());
            Supervision supervision =
                    new Supervision(spec, launch, files, watchers, pace, interruption::isRequested, signals);
            if (!threadWasInterrupted) {
                signals.prepare();
                new LaunchExecutor(launch, files, supervision).execute();
                files.cutTo(spec.limits().outputBytes());
                checkDisk(files);
            }
            return supervision.outcome();
        } catch (IOException cause) {
            throw new RunFault(
                    "cannot start a process: " + cause.getMessage() + ": close other programs, or raise"
                            + " the limits that 'ulimit -a' shows",
                    cause);
        } finally {
            if (launch != null) {
                launch.scratch().ifPresent(Scratch::remove);
            }
        }
    }

    private static OutputFiles files(RunSpec spec) {
        try {
            return OutputFiles.create(spec);
        } catch (IOException cause) {
            throw new RunFault(
                    "cannot write to the folder " + spec.output() + ": " + cause.getMessage()
                            + ": make room there, or choose another one",
                    cause);
        }
    }

    static void checkDisk(OutputFiles files) {
        if (files.isDiskFull()) {
            throw new RunFault(
                    "the disk of " + files.stdout().getParent()
                            + " is full, so the output of the program is not complete: make room there",
                    null);
        }
    }

    /**
     * Ends all runs that are under way, and all that begin later, with {@link StopReason#INTERRUPTED}. Returns when
     * their processes are dead, or after some seconds. For a shutdown hook; any thread may call it, more than once.
     */
    public void interruptAll() {
        interrupted = true;
        long start = System.nanoTime();
        while (!active.isEmpty() && System.nanoTime() - start < INTERRUPTION_NANOS) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        if (active.isEmpty()) {
            close();
        }
    }

    /** Ends the process that the supervisor itself keeps beside the runs, which are over. A later run makes a new one. */
    @Override
    public void close() {
        signals.close();
    }

    /** Whether one run is to end early; takes the interruption of its thread away until the run is over. */
    private static final class Interruption {
        private final Supervisor supervisor;
        private boolean threadInterrupted;

        Interruption(Supervisor supervisor) {
            this.supervisor = supervisor;
        }

        /** A thread that stays interrupted could neither wait nor write files. */
        boolean isRequested() {
            threadInterrupted |= Thread.interrupted();
            return threadInterrupted || supervisor.interrupted;
        }

        void handOn() {
            if (threadInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
