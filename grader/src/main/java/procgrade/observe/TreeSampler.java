package procgrade.observe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records the processes of a run by looking at them again and again: which there were, what they used and how they
 * ended. It costs little as long as nothing happens: of a thread that has not run, two numbers are read from a file that
 * is kept open, and nothing else.
 *
 * <p>A process that lives for less than the time between two looks may be missed; a {@link ProcessLog} of another method
 * tells of those. Nothing here throws for what the processes do.
 *
 * <p>This is the one walk through the processes of a run: whoever else wants to know about them asks for
 * {@link #alive} or the {@link #pulse}. Safe for use by several threads.
 */
public final class TreeSampler implements AutoCloseable {
    private static final Duration SAMPLE_PERIOD = Duration.ofMillis(20);
    private static final int MOST_SAMPLES = 20_000;
    private static final int MOST_ENTRIES = 200_000;
    private static final int MOST_RECORDS = 20_000;
    private static final int LONGEST_PATH = 16;

    // threads may have ended and left their children to others, and loadavg may be wrong
    private static final Duration ALL_THREADS_PERIOD = Duration.ofMillis(100);
    private static final Duration ALL_PROCESSES_PERIOD = Duration.ofMillis(250);
    private static final int QUIET_FACTOR = 8;

    private final SamplerFiles files;
    private final Births births;
    private final TimelineRecorder recorder = new TimelineRecorder(SAMPLE_PERIOD, MOST_SAMPLES, MOST_ENTRIES);
    private final Map<Long, WatchedProcess> alive = new LinkedHashMap<>();
    private final Map<Long, WatchedProcess> unreaped = new LinkedHashMap<>();
    private final List<WatchedProcess> everybody = new ArrayList<>();
    private final Set<Long> surroundings = new HashSet<>();
    private final List<WatchedProcess> endedSinceSample = new ArrayList<>();
    private final Pulse pulse = new Pulse(this::usage);

    private EnvironmentMark mark;
    private long root;
    private long programPid;
    private Duration allThreadsAt = Duration.ZERO;
    private Duration allProcessesAt = Duration.ZERO;
    private Duration now = Duration.ZERO;
    private Duration changedAt = Duration.ZERO;
    private long tick;
    private boolean bornSinceAllThreads;
    private boolean bornSinceAllProcesses;
    private boolean complete = true;
    private long endedDelayNanos;
    private boolean over;

    /**
     * A sampler of one run.
     *
     * @param proc where to read
     * @param limits what is looked at at most
     */
    public TreeSampler(ProcFs proc, ScanLimits limits) {
        this.files = new SamplerFiles(proc, limits);
        this.births = new Births(files);
    }

    /** {@return a sampler of a run on this machine with the usual limits} */
    public static TreeSampler ofThisMachine() {
        return new TreeSampler(ProcFs.ofThisMachine(), ScanLimits.DEFAULT);
    }

    /**
     * Begins. To be called once, before the first tick.
     *
     * @param rootPid the process from which all of the run descend, perhaps the sandbox
     * @param program pid of the program's first process; what is between the two is not the program's
     * @param runMark by which processes that strayed from the tree are recognised
     */
    public synchronized void started(long rootPid, long program, EnvironmentMark runMark) {
        mark = runMark;
        root = rootPid;
        programPid = program;
        births.mayHaveHappened(alive.keySet());
        List<Long> path = pathFrom(rootPid, program);
        surroundings.addAll(path);
        Optional<WatchedProcess> parent = Optional.empty();
        for (long pid : path) {
            parent = adopt(pid, parent).or(() -> Optional.ofNullable(alive.get(rootPid)));
        }
        adopt(program, parent);
        followChildren(new ArrayDeque<>(alive.values()), 0);
        tellPids();
        recordSample(true);
    }

    /** From the outermost to the innermost, without the program itself. */
    private List<Long> pathFrom(long rootPid, long program) {
        Deque<Long> path = new ArrayDeque<>();
        long pid = program;
        while (pid != rootPid && path.size() < LONGEST_PATH) {
            pid = files.stat(pid).map(ProcessStat::parentPid).orElse(0L);
            if (pid <= 1) {
                break;
            }
            path.addFirst(pid);
        }
        if (rootPid != program && !path.contains(rootPid)) {
            path.clear();
            path.add(rootPid);
        }
        return List.copyOf(path);
    }

    /**
     * Looks at all processes.
     *
     * @param elapsed since the run began, not less than before
     */
    public synchronized void tick(Duration elapsed) {
        if (over) {
            return;
        }
        now = elapsed;
        tick++;
        boolean born = births.mayHaveHappened(alive.keySet());
        bornSinceAllThreads |= born;
        bornSinceAllProcesses |= births.mayHaveHappenedAnywhere();
        boolean somebodyEnded = lookAtAll(born);
        if (born || somebodyEnded) {
            changedAt = now;
        }
        findNew(born, somebodyEnded);
        tellPids();
        recordSample(false);
    }

    /**
     * Looks at all processes, also at idle ones and for those that have strayed.
     *
     * @param elapsed since the run began, not less than before
     */
    public synchronized void lookClosely(Duration elapsed) {
        if (over) {
            return;
        }
        now = elapsed;
        tick++;
        births.mayHaveHappened(alive.keySet());
        alive.values().forEach(WatchedProcess::oweStat);
        lookAtAll(true);
        followChildren(new ArrayDeque<>(alive.values()), 0);
        listAllProcesses();
        recordSample(true);
    }

    /**
     * Looks closely for the last time, and gives all files back.
     *
     * @param elapsed since the run began
     */
    public synchronized void ending(Duration elapsed) {
        lookClosely(elapsed);
        close();
    }

    /** Gives all files back; looks at nobody any more. */
    @Override
    public synchronized void close() {
        over = true;
        births.close();
        alive.values().forEach(WatchedProcess::close);
        unreaped.values().forEach(WatchedProcess::close);
    }

    /**
     * The processes that have been seen so far, put together with what other methods tell.
     *
     * @param logs of other methods; possibly none
     * @return the processes of the program
     */
    public synchronized Census census(ProcessLog... logs) {
        Optional<WatchedProcess> program = everybody.stream()
                .filter(process -> process.pid() == programPid)
                .findFirst();
        List<SeenProcess> seen = program.isEmpty()
                ? List.of()
                : everybody.stream()
                        .filter(this::isOfProgram)
                        .map(process -> process.seen(program.get()))
                        .toList();
        boolean all = complete && births.complete() && everybody.stream().allMatch(WatchedProcess::allThreads);
        return new CensusTaker(programPid, seen, List.of(logs)).take(all);
    }

    /** {@return the processor time that the processes had used at several moments so far} */
    public synchronized Timeline timeline() {
        return recorder.timeline();
    }

    /**
     * The processor time of all processes of the run so far, the sandbox included. What was used between the last look at
     * a process and its end, or by a process that was never seen, is known from whoever has asked for its exit code: its
     * parent or, if there is a sandbox, the first process in that.
     *
     * @return their sum
     */
    public synchronized Duration cpu() {
        return TreeCpu.of(everybody, this::isOfProgram);
    }

    /** {@return the latest readings of the program's processes that are alive} */
    public synchronized List<ProcessStat> alive() {
        return livingOfProgram().stream().map(WatchedProcess::latest).toList();
    }

    /**
     * When a process or a thread of the run may last have been born, or a process has ended. Where births do not show,
     * that is now.
     *
     * @return counted from the start of the run, as of the last tick
     */
    public synchronized Duration changedAt() {
        return changedAt;
    }

    /** {@return what tells whether the program does anything; always the same} */
    public Pulse pulse() {
        return pulse;
    }

    /** Also idle threads if somebody may have been born: they may have done it. */
    private boolean lookAtAll(boolean born) {
        List<WatchedProcess> ended = new ArrayList<>();
        for (WatchedProcess process : alive.values()) {
            process.look(now, tick, born);
            feel(process);
            if (process.hasGrownSince(tick)) {
                births.somebodyIsNew();
            }
            if (process.ended().isPresent()) {
                ended.add(process);
            }
        }
        ended.forEach(this::bury);
        return !ended.isEmpty();
    }

    private void tellPids() {
        Set<Long> pids = new HashSet<>(alive.keySet());
        pids.addAll(unreaped.keySet());
        pulse.thereAre(pids);
    }

    private void feel(WatchedProcess process) {
        if (isOfProgram(process)) {
            pulse.feel(process, tick, now);
        }
    }

    /** It stays listed as a child of its parent until that has asked for its exit code. */
    private void bury(WatchedProcess process) {
        alive.remove(process.pid());
        for (WatchedProcess child : alive.values()) {
            if (child.ended().isEmpty()
                    && child.parent().filter(parent -> parent == process).isPresent()) {
                child.markOrphaned();
            }
        }
        if (isOfProgram(process)) {
            endedSinceSample.add(process);
            endedDelayNanos += process.delayNanos();
        }
        if (process.isStillListed()) {
            unreaped.put(process.pid(), process);
        } else {
            process.close();
        }
    }

    private void findNew(boolean born, boolean somebodyEnded) {
        if (born && births.childrenListed()) {
            followChildren(new ArrayDeque<>(alive.values()), tick - 2);
        }
        if (somebodyEnded || isDue(allThreadsAt, ALL_THREADS_PERIOD, bornSinceAllThreads)) {
            allThreadsAt = now;
            bornSinceAllThreads = false;
            unreaped.values().removeIf(TreeSampler::isReaped);
            if (followChildren(new ArrayDeque<>(alive.values()), 0)) {
                births.somebodyIsNew();
            }
        }
        boolean mustList = born && !births.childrenListed();
        if (mustList || isDue(allProcessesAt, ALL_PROCESSES_PERIOD, bornSinceAllProcesses)) {
            listAllProcesses();
        }
    }

    private boolean isDue(Duration last, Duration period, boolean born) {
        return now.minus(last).compareTo(born ? period : period.multipliedBy(QUIET_FACTOR)) >= 0;
    }

    /** Adopts the unknown children of the given processes, and theirs. */
    private boolean followChildren(Deque<WatchedProcess> parents, long movedSince) {
        boolean found = false;
        while (!parents.isEmpty()) {
            WatchedProcess parent = parents.remove();
            for (long pid : births.childrenOf(parent, movedSince, alive.keySet())) {
                Optional<WatchedProcess> child = adopt(pid, Optional.of(parent));
                child.filter(process -> process.ended().isEmpty()).ifPresent(parents::add);
                found |= child.isPresent();
            }
        }
        return found;
    }

    private void listAllProcesses() {
        allProcessesAt = now;
        bornSinceAllProcesses = false;
        births.listAll(alive.keySet(), mark, root, (pid, parent) -> {
            Optional<WatchedProcess> adopted = adopt(pid, Optional.ofNullable(alive.get(parent)));
            adopted.filter(process -> process.ended().isEmpty())
                    .ifPresent(process -> followChildren(new ArrayDeque<>(List.of(process)), 0));
        });
    }

    /** Empty if it is gone, or if it is known already and only its parent has not asked for its exit code yet. */
    private Optional<WatchedProcess> adopt(long pid, Optional<WatchedProcess> lister) {
        WatchedProcess dead = unreaped.get(pid);
        if (dead != null && !isReaped(dead)) {
            return Optional.empty();
        }
        unreaped.remove(pid);
        if (everybody.size() >= MOST_RECORDS || alive.size() >= files.limits().processes()) {
            complete = false;
            return Optional.empty();
        }
        boolean strayed = !surroundings.contains(pid)
                && pid != programPid
                && lister.filter(this::isOfProgram).isEmpty();
        Optional<WatchedProcess> found = WatchedProcess.find(files, pid, strayed ? Optional.empty() : lister);
        found.ifPresent(process -> admit(process, strayed));
        return found;
    }

    private void admit(WatchedProcess process, boolean strayed) {
        WatchedProcess program = alive.get(programPid);
        everybody.add(process);
        alive.put(process.pid(), process);
        if (strayed) {
            process.markOrphaned();
        }
        if (strayed && program != null && process.isOlderThan(program)) {
            surroundings.add(process.pid());
        }
        process.look(now, tick, true);
        feel(process);
        if (process.ended().isPresent()) {
            bury(process);
        }
    }

    /** What hangs directly from the sandbox, and is neither that nor the program, has lost its parent. */
    private boolean isOfProgram(WatchedProcess process) {
        return !surroundings.contains(process.pid());
    }

    private static boolean isReaped(WatchedProcess dead) {
        boolean reaped = !dead.isStillListed();
        if (reaped) {
            dead.close();
        }
        return reaped;
    }

    private void recordSample(boolean asLast) {
        if (!asLast && !recorder.isDue(now)) {
            return;
        }
        List<WatchedProcess> living = livingOfProgram();
        List<WatchedProcess> ofProgram = new ArrayList<>(endedSinceSample);
        ofProgram.addAll(living);
        long delay = endedDelayNanos
                + living.stream().mapToLong(WatchedProcess::delayNanos).sum();
        recorder.add(now, ofProgram, Duration.ofNanos(delay));
        endedSinceSample.clear();
    }

    private synchronized Usage usage() {
        return Usage.of(now, livingOfProgram());
    }

    private List<WatchedProcess> livingOfProgram() {
        return alive.values().stream().filter(this::isOfProgram).toList();
    }
}
