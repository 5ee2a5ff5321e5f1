package procgrade.standstill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;
import procgrade.observe.Architecture;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.MultiprocessingSessions;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ProcFs;
import procgrade.observe.Pulse;
import procgrade.observe.WaitKind;

/**
 * Proves that a program stands still for ever, from outside and while it runs; docs/deadlock.md says what is proved and
 * why that is sound. When in doubt there is no proof.
 *
 * <p>To be told every 10 ms or so that time has passed. That costs nothing as long as the program does something; when it
 * has been quiet for {@value #QUIET_MILLIS} ms it takes some milliseconds, with Java virtual machines some tens of them,
 * and on a busy machine a second or two. A thread that has anything else to do calls {@link #isDue} first.
 *
 * <p>For one run, and one thread at a time.
 */
public final class StandstillDetector {
    private static final int QUIET_MILLIS = 60;
    private static final Duration QUIET = Duration.ofMillis(QUIET_MILLIS);

    /** Between the two looks of a proof. Covers work that the kernel has put off, for instance in the network. */
    private static final Duration CONFIRM = Duration.ofMillis(60);

    private static final Duration DUMP_PATIENCE = Duration.ofMillis(400);

    /** For the answers of all Python processes together; they are asked once. */
    private static final Duration REPORT_PATIENCE = Duration.ofMillis(600);

    /** Looks that lead to nothing one after the other are ever rarer, so that they do not cost much. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    /**
     * Until the next look if nothing has moved; only what is outside of the program can have changed, or a virtual
     * machine had no time to answer. Doubled with each look.
     */
    private static final Duration SHORTEST_IDLE_PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_IDLE_PAUSE = Duration.ofSeconds(8);

    private final ProcFs proc;
    private final Architecture architecture;
    private final DumpSource dumps;
    private final ReportSource reports;
    private final Pulse pulse;
    private final Set<String> notes = new CopyOnWriteArraySet<>();

    private Supplier<KnownProcesses> known = () -> KnownProcesses.NONE;
    private Observer observer;
    private UsageHistory usage;
    private long programPid;
    private Duration quietSince = Duration.ZERO;
    private Duration lastStir = Duration.ZERO;
    private Duration nextLook = Duration.ZERO;
    private Duration nextLookIfMoved = Duration.ZERO;
    private Duration pause = SHORTEST_PAUSE;
    private Duration idlePause = SHORTEST_IDLE_PAUSE;
    private Picture suspicion;
    private boolean awaitsConfirmation;
    private Standstill proof;

    /** Made by {@link #ofThisMachine}, and by tests. */
    StandstillDetector(ProcFs proc, Architecture architecture, DumpSource dumps, ReportSource reports, Pulse pulse) {
        this.proc = proc;
        this.architecture = architecture;
        this.dumps = dumps;
        this.reports = reports;
        this.pulse = pulse;
    }

    /**
     * A detector for a run on this machine.
     *
     * @param pulse of that run, from whoever looks at its processes all the time
     * @return the detector
     */
    public static StandstillDetector ofThisMachine(Pulse pulse) {
        ProcFs proc = ProcFs.ofThisMachine();
        return new StandstillDetector(
                proc,
                Architecture.ofThisMachine(),
                new AttachClient(proc, Path.of("/proc"), DUMP_PATIENCE),
                new PythonAgentClient(proc, REPORT_PATIENCE),
                pulse);
    }

    /**
     * Uses what somebody knows who has seen all processes start and end.
     *
     * @param source asked once for each explanation
     * @return this
     */
    public StandstillDetector knowing(Supplier<KnownProcesses> source) {
        known = source;
        return this;
    }

    /**
     * The program has been started.
     *
     * @param rootPid the process from which all of the run descend, perhaps the sandbox
     * @param program the program's first process
     * @param mark by which processes that strayed from the tree are recognised
     * @param ownPids processes in the tree that belong to the grader and only wait for the program's end; those above
     *     the program need not be named
     */
    public void started(long rootPid, long program, EnvironmentMark mark, Set<Long> ownPids) {
        programPid = program;
        observer = new Observer(
                proc, architecture, dumps, pulse::pids, new Observer.Program(rootPid, program, mark, ownPids));
        usage = new UsageHistory(pulse);
    }

    /**
     * Whether {@link #look} would do anything that takes time.
     *
     * @param elapsed since the start, more than at the last call
     * @return whether to call it
     * @throws IllegalStateException if nothing has been started
     */
    public boolean isDue(Duration elapsed) {
        if (observer == null) {
            throw new IllegalStateException("call started() before isDue()");
        }
        if (proof != null) {
            return false;
        }
        if (pulse.lastMove().compareTo(quietSince) > 0) {
            quietSince = pulse.lastMove();
            nextLook = nextLookIfMoved;
            idlePause = SHORTEST_IDLE_PAUSE;
            suspicion = null;
        } else if (suspicion != null && !awaitsConfirmation) {
            // counted from now on: the look that led to the suspicion may have taken long
            awaitsConfirmation = true;
            nextLook = elapsed.plus(CONFIRM);
        }
        if (pulse.lastStir().compareTo(lastStir) > 0) {
            lastStir = pulse.lastStir();
            boolean sooner = suspicion == null && nextLookIfMoved.compareTo(nextLook) < 0;
            nextLook = sooner ? nextLookIfMoved : nextLook;
        }
        boolean quiet = elapsed.minus(quietSince).compareTo(QUIET) >= 0;
        return usage.isDue(elapsed) || quiet && elapsed.compareTo(nextLook) >= 0;
    }

    /**
     * Some time has passed.
     *
     * @param elapsed since the start, more than at the last call
     * @return the proof; from then on always the same
     * @throws IllegalStateException if nothing has been started
     */
    public Optional<Standstill> look(Duration elapsed) {
        if (!isDue(elapsed)) {
            return Optional.ofNullable(proof);
        }
        usage.tick(elapsed);
        boolean quiet = elapsed.minus(quietSince).compareTo(QUIET) >= 0;
        if (quiet && elapsed.compareTo(nextLook) >= 0) {
            if (suspicion == null) {
                examine(elapsed);
            } else {
                confirm(elapsed);
            }
        }
        return Optional.ofNullable(proof);
    }

    /** What two looks, one right after the other, have shown. */
    public enum DoubleScan {
        /** Somebody could go on; the first look was enough to see that. */
        ALIVE,
        /** Everybody waited for each other at the first look, but by the second one somebody had run. */
        MOVED,
        /** Nobody could go on, and nobody had. */
        STILL
    }

    /**
     * Takes both looks of a proof at once, whatever the program does: for tests that want many of them. What it says is as
     * true as a proof, but not confirmed a while later.
     *
     * @return what they have shown
     * @throws IllegalStateException if nothing has been started
     */
    public DoubleScan doubleScan() {
        if (observer == null) {
            throw new IllegalStateException("call started() before doubleScan()");
        }
        Picture picture = observer.look();
        if (picture.still()) {
            return DoubleScan.STILL;
        }
        return Fixpoint.isWhole(picture.waiters()) ? DoubleScan.MOVED : DoubleScan.ALIVE;
    }

    private void examine(Duration elapsed) {
        Picture picture = observer.look();
        note(picture);
        if (picture.still()) {
            suspicion = picture;
            awaitsConfirmation = false;
        } else {
            boolean running = picture.waiters().stream().anyMatch(waiter -> waiter.fate() == Fate.RUNNING);
            pauseUntilNextLook(elapsed, running);
        }
    }

    /** A look that led to nothing is repeated, also if nothing moves: the world outside may have changed. */
    private void pauseUntilNextLook(Duration elapsed, boolean soon) {
        boolean longAgo = elapsed.minus(nextLookIfMoved).compareTo(SHORTEST_IDLE_PAUSE) > 0;
        pause = longAgo ? SHORTEST_PAUSE : doubled(pause, LONGEST_PAUSE);
        nextLookIfMoved = elapsed.plus(pause);
        nextLook = soon ? nextLookIfMoved : elapsed.plus(idlePause);
        idlePause = soon ? SHORTEST_IDLE_PAUSE : doubled(idlePause, LONGEST_IDLE_PAUSE);
    }

    private static Duration doubled(Duration pause, Duration longest) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(longest) < 0 ? twice : longest;
    }

    private void confirm(Duration elapsed) {
        Picture picture = suspicion;
        suspicion = null;
        if (observer.isUnchanged(picture)) {
            MultiprocessingSessions sessions = new MultiprocessingSessions(proc, picture.tree());
            PythonReports said = PythonReports.of(reports, picture.tree());
            Cast cast = cast(picture, sessions, said);
            proof = new Explanation(picture, sessions, said, cast).standstill();
        } else {
            pauseUntilNextLook(elapsed, true);
        }
    }

    private Cast cast(Picture picture, MultiprocessingSessions sessions, PythonReports said) {
        return new Cast(picture.tree(), sessions, said, programPid, observer.own(picture.tree()), known.get());
    }

    private void note(Picture picture) {
        boolean unreadable = picture.waiters().stream()
                .anyMatch(waiter -> waiter.thread().activity().kind() == WaitKind.UNREADABLE);
        if (unreadable) {
            notes.add("a deadlock cannot be proved here, because the system calls of other processes are not readable;"
                    + " 'procgrade doctor' says more");
        }
        for (ObservedProcess process : picture.tree().processes()) {
            boolean silent = picture.waiters().stream().allMatch(waiter -> waiter.fate() != Fate.RUNNING)
                    && process.role().isJava()
                    && picture.java().dump(process.pid()).isEmpty();
            if (silent && process.commandLine().stream().anyMatch(word -> word.contains("DisableAttachMechanism"))) {
                notes.add(
                        "a deadlock cannot be proved, because a Java virtual machine does not let itself be attached to");
            }
        }
    }

    /**
     * What the program is mostly doing; to be asked while its processes are still there.
     *
     * @return the last second or so, in one sentence
     * @throws IllegalStateException if nothing has been started
     */
    public Activity activity() {
        if (observer == null) {
            throw new IllegalStateException("call started() before activity()");
        }
        // before a look that makes virtual machines and Python work
        Optional<Spent> spent = usage.untilNow();
        Picture picture = observer.glance();
        // a program that has ended is not asked, nor one of which more than that is known
        boolean ask = proof == null
                && picture.tree()
                        .find(programPid)
                        .filter(program -> !program.hasEnded())
                        .isPresent();
        Picture asked = ask ? withDumps(picture) : picture;
        MultiprocessingSessions sessions = new MultiprocessingSessions(proc, picture.tree());
        PythonReports said = ask ? PythonReports.of(reports, picture.tree()) : PythonReports.none();
        Cast cast = cast(asked, sessions, said);
        Waits waits = new Waits(asked, sessions, said, cast);
        return new ActivityJudge(asked, spent, cast, waits, new Places(asked.java(), said)).judge();
    }

    private Picture withDumps(Picture picture) {
        JavaRules java = new JavaRules(proc, dumps.dumps(DumpSource.machines(picture.tree())));
        List<Waiter> waiters = picture.waiters().stream().map(java::apply).toList();
        return new Picture(picture.tree(), picture.facts(), java, waiters, false);
    }

    /** {@return why there can be no proof here, a sentence each; usually none; any thread may ask} */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
