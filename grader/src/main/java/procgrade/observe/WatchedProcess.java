package procgrade.observe;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a sampler has learnt about one process so far. Everything that only grows is kept at its greatest value: a
 * reading of a running process may lag behind an earlier one.
 */
final class WatchedProcess {
    private static final int LOOKS_WHEN_YOUNG = 6;
    private static final Duration STATUS_PERIOD = Duration.ofMillis(250);

    /** The kernel sums up over all threads for each reading; and if one of many has ended, that shows without it. */
    private static final Duration STAT_PERIOD_OF_MANY_THREADS = Duration.ofMillis(50);

    private static final int MANY_THREADS = 8;

    /** A thread of a virtual machine that has used less since the last look has only seen whether it can go on. */
    private static final long TRIFLE_NANOS = 150_000;

    private static final Duration COMMAND_PERIOD = Duration.ofMillis(500);

    private final SamplerFiles files;
    private final KeptFile statFile;
    private final ProcessStat first;
    private final Optional<WatchedProcess> parent;
    private final Map<Long, WatchedThread> threads = new LinkedHashMap<>();

    private ProcessStat latest;
    private List<String> commandLine = List.of();
    private boolean inExec;
    private boolean java;
    private OptionalLong innerPid = OptionalLong.empty();
    private boolean movedSinceStat;
    private Duration statRead = Duration.ZERO;
    private Duration statusRead = Duration.ZERO;
    private Duration commandRead = Duration.ZERO;
    private int looks;
    private int mostThreads;
    private long grownIn = -1;
    private long actedIn = -1;
    private long stirredIn = -1;
    private int awakenings;
    private boolean orphaned;
    private boolean allThreads = true;
    private boolean inspectable = true;

    private long endedCpuNanos;
    private long endedDelayNanos;
    private long endedTimeslices;
    private long cpuNanos;
    private long reapedCpuNanos;
    private long peakRssBytes;
    private Optional<Duration> ended = Optional.empty();
    private OptionalInt waitStatus = OptionalInt.empty();

    private WatchedProcess(SamplerFiles files, KeptFile statFile, ProcessStat first, Optional<WatchedProcess> parent) {
        this.files = files;
        this.statFile = statFile;
        this.first = first;
        this.latest = first;
        this.parent = parent;
    }

    /** Begins to watch; empty if there is no such process. */
    static Optional<WatchedProcess> find(SamplerFiles files, long pid, Optional<WatchedProcess> parent) {
        Optional<KeptFile> statFile = files.kept().keep(pid + "/stat", ProcessStat.LIMIT_BYTES);
        Optional<ProcessStat> stat = statFile.flatMap(files::stat);
        if (stat.isEmpty()) {
            statFile.ifPresent(KeptFile::close);
            return Optional.empty();
        }
        return Optional.of(new WatchedProcess(files, statFile.get(), stat.get(), parent));
    }

    /**
     * Looks at the counters of its threads, and now and then at the process itself if one of them has moved.
     *
     * @param all whether also at threads that have been idle for long
     */
    void look(Duration now, long tick, boolean all) {
        looks++;
        boolean moved = looks <= LOOKS_WHEN_YOUNG || threads.isEmpty();
        boolean lost = looks == 1;
        boolean acted = lost;
        Iterator<WatchedThread> each = threads.values().iterator();
        while (each.hasNext()) {
            WatchedThread thread = each.next();
            if (!all && !thread.isDue(now, isBackground(thread))) {
                continue;
            }
            WatchedThread.Look seen = thread.look(now, tick);
            if (seen == WatchedThread.Look.GONE) {
                retire(thread);
                each.remove();
                lost = true;
            }
            moved |= seen == WatchedThread.Look.MOVED;
            if (seen != WatchedThread.Look.UNMOVED && !isBackground(thread)) {
                boolean trifle = java && seen == WatchedThread.Look.MOVED && thread.lastUsedNanos() <= TRIFLE_NANOS;
                acted |= !trifle;
                stirredIn = trifle ? tick : stirredIn;
            }
        }
        if (acted) {
            awakenings += actedIn < tick - 1 ? 1 : 0;
            actedIn = tick;
        }
        movedSinceStat |= moved;
        boolean often =
                threads.size() < MANY_THREADS || now.minus(statRead).compareTo(STAT_PERIOD_OF_MANY_THREADS) >= 0;
        if (lost || looks <= LOOKS_WHEN_YOUNG || movedSinceStat && often) {
            movedSinceStat = false;
            statRead = now;
            lookAtProcess(now, tick, lost);
        } else if (moved) {
            updateCpu();
        }
    }

    /** The next look is also one at the process itself. */
    void oweStat() {
        movedSinceStat = true;
        statRead = Duration.ZERO;
    }

    /** As {@link BackgroundThreads#contains} has it. The first thread of a virtual machine only waits for its end. */
    private boolean isBackground(WatchedThread thread) {
        return java && (thread.tid() == pid() || thread.isNamedAsBackground());
    }

    private void lookAtProcess(Duration now, long tick, boolean lost) {
        Optional<ProcessStat> stat = files.stat(statFile).filter(first::isSameProcess);
        if (stat.isEmpty()) {
            end(now);
            return;
        }
        boolean renamed = !stat.get().name().equals(latest.name());
        latest = stat.get();
        mostThreads = Math.max(mostThreads, latest.threads());
        if (latest.state().hasEnded() && latest.threads() <= 1) {
            lookAtZombie(now, tick);
            end(now);
            return;
        }
        inspectable = latest.inspectable();
        if (lost || latest.threads() != threads.size()) {
            listThreads(now, tick);
        }
        updateCpu();
        peakRssBytes = Math.max(peakRssBytes, latest.rssBytes());
        readStatus(now);
        readCommandLine(now, renamed);
    }

    /** The counters of its first thread can still be read, and are final now. */
    private void lookAtZombie(Duration now, long tick) {
        if (threads.isEmpty()) {
            listThreads(now, tick);
        }
        threads.values().forEach(thread -> thread.look(now, tick));
        waitStatus = inspectable ? latest.waitStatus() : OptionalInt.empty();
    }

    private void listThreads(Duration now, long tick) {
        int limit = files.limits().threads();
        List<Long> tids =
                files.proc().numbers(latest.pid() + "/task", limit).toOptional().orElse(List.of());
        allThreads &= tids.size() < limit;
        for (long tid : tids) {
            if (!threads.containsKey(tid)) {
                WatchedThread thread = new WatchedThread(files, latest.pid(), tid);
                thread.look(now, tick);
                threads.put(tid, thread);
                grownIn = tick;
            }
        }
    }

    private void retire(WatchedThread thread) {
        endedCpuNanos += thread.cpuNanos();
        endedDelayNanos += thread.delayNanos();
        endedTimeslices += thread.timeslices();
        thread.close();
    }

    /** What threads used between the last look at them and their end is only in the times of the process, in ticks. */
    private void updateCpu() {
        long sum = endedCpuNanos;
        for (WatchedThread thread : threads.values()) {
            sum += thread.cpuNanos();
        }
        cpuNanos = Math.max(cpuNanos, Math.max(sum, latest.cpu().toNanos()));
        reapedCpuNanos = Math.max(reapedCpuNanos, latest.reapedCpu().toNanos());
    }

    private void readStatus(Duration now) {
        if (looks > LOOKS_WHEN_YOUNG && now.minus(statusRead).compareTo(STATUS_PERIOD) < 0) {
            return;
        }
        statusRead = now;
        Optional<StatusFile> status = files.proc()
                .read(latest.pid() + "/status", StatusFile.LIMIT_BYTES)
                .parse(StatusFile::parse)
                .toOptional();
        if (status.isPresent()) {
            innerPid = status.get().innermostPid();
            peakRssBytes =
                    Math.max(peakRssBytes, status.get().peakResidentBytes().orElse(0));
        }
    }

    /** The command line changes when a process executes another program, mostly in its first milliseconds. */
    private void readCommandLine(Duration now, boolean renamed) {
        if (looks > LOOKS_WHEN_YOUNG && !renamed && now.minus(commandRead).compareTo(COMMAND_PERIOD) < 0) {
            return;
        }
        commandRead = now;
        Observed<byte[]> content = files.proc().read(latest.pid() + "/cmdline", CommandLine.LIMIT_BYTES);
        if (content.isKnown() && content.value().length > 0) {
            commandLine = CommandLine.words(content.value());
            java = ProcessRole.guess(commandLine, latest.name()).isJava();
            inExec = parent.isPresent()
                    && commandLine.equals(parent.get().commandLine)
                    && parent.get().waitsForExec();
        }
    }

    /** After vfork(2) the parent sleeps uninterruptibly until its child executes another program. */
    private boolean waitsForExec() {
        return files.stat(statFile)
                .filter(stat -> stat.state() == ProcessState.DISK_SLEEP)
                .isPresent();
    }

    private void end(Duration now) {
        updateCpu();
        ended = Optional.of(now);
        threads.values().forEach(this::retire);
        threads.clear();
    }

    /** Whether the pid still means this process, if only its entry until its parent asks for the exit code. */
    boolean isStillListed() {
        return files.stat(statFile).filter(first::isSameProcess).isPresent();
    }

    void close() {
        threads.values().forEach(WatchedThread::close);
        threads.clear();
        statFile.close();
    }

    void markOrphaned() {
        orphaned = true;
    }

    long pid() {
        return first.pid();
    }

    /** Whether it is the first one of a pid namespace, which collects whoever has lost its parent there. */
    boolean isInit() {
        return innerPid.equals(OptionalLong.of(1));
    }

    /** The process it was born of, if that was seen. */
    Optional<WatchedProcess> parent() {
        return parent;
    }

    boolean isOlderThan(WatchedProcess other) {
        return first.startedAfterBoot().compareTo(other.first.startedAfterBoot()) < 0;
    }

    Optional<Duration> ended() {
        return ended;
    }

    Collection<WatchedThread> threads() {
        return threads.values();
    }

    /** Whether it has more threads since that tick. */
    boolean hasGrownSince(long tick) {
        return looks > 1 && grownIn >= tick;
    }

    boolean allThreads() {
        return allThreads;
    }

    /** Whether a thread that counts was seen in that tick to have run. */
    boolean hasActedIn(long tick) {
        return actedIn == tick;
    }

    /** In how many ticks it was seen to have run after one in which it had not. */
    int awakenings() {
        return awakenings;
    }

    /** Whether a thread was seen in that tick to have run for so short a time that it does not count. */
    boolean hasStirredIn(long tick) {
        return stirredIn == tick;
    }

    ProcessStat latest() {
        return latest;
    }

    long cpuNanos() {
        return cpuNanos;
    }

    /** Of children that it has asked for after their end, and of theirs. */
    long reapedCpuNanos() {
        return reapedCpuNanos;
    }

    /** Whether its time is, or soon will be, among what its parent knows of its children. */
    boolean isLeftToParent() {
        return ended.isPresent() && !orphaned;
    }

    long delayNanos() {
        return endedDelayNanos
                + threads.values().stream().mapToLong(WatchedThread::delayNanos).sum();
    }

    long timeslices() {
        return endedTimeslices
                + threads.values().stream().mapToLong(WatchedThread::timeslices).sum();
    }

    /**
     * What is known of it.
     *
     * @param program the program's first process, whose start is the beginning
     */
    SeenProcess seen(WatchedProcess program) {
        Duration started = first.startedAfterBoot().minus(program.first.startedAfterBoot());
        return new SeenProcess(
                pid(),
                innerPid,
                parent.map(WatchedProcess::pid).orElse(0L),
                latest.name(),
                commandLine,
                inExec,
                started.isNegative() ? Duration.ZERO : started,
                // the start is known in ticks only, and may seem to be later than the end
                ended.map(end -> end.compareTo(started) < 0 ? started : end),
                waitStatus.isPresent() ? Optional.of(ProcessEnd.ofWaitStatus(waitStatus.getAsInt())) : Optional.empty(),
                mostThreads,
                Duration.ofNanos(cpuNanos),
                peakRssBytes,
                orphaned,
                true);
    }
}
