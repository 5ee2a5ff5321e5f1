package procgrade.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.Observed;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessStat;

/**
 * Stops a program whose processes together have more memory, or are more, or have more threads, than they may. Looks
 * four times a second, sooner if the machine suddenly has many more threads, later if looking is expensive.
 *
 * <p>Memory is first summed up as resident; that counts pages which processes share several times, so a sum above the
 * limit is checked against the proportional sizes ({@code Pss}, proc_pid_smaps(5)), which are exact but slow to read.
 */
public final class LimitWatch implements RunWatcher {
    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final int SUDDEN_THREADS = 64;
    // at most 2 % of a core goes into looking
    private static final int IDLE_FOR_EACH_LOOK = 50;
    private static final int SMALL_FILE_BYTES = 4096;

    private final RunLimits limits;
    private final ProcFs proc;
    private final ProcessTable table;

    private RunMembers members;
    private Set<Long> around = Set.of();
    private Duration next = Duration.ZERO;
    private long threadsOfMachine;

    /**
     * A watch for one run at a time.
     *
     * @param limits of memory, processes and threads; the others are ignored
     */
    public LimitWatch(RunLimits limits) {
        this(limits, ProcFs.ofThisMachine());
    }

    LimitWatch(RunLimits limits, ProcFs proc) {
        this.limits = limits;
        this.proc = proc;
        this.table = new ProcessTable(proc);
    }

    @Override
    public void started(long rootPid, long programPid, EnvironmentMark mark) {
        members = table.stat(rootPid)
                .map(root -> RunMembers.forWatching(table, root, mark))
                .orElse(null);
        around = new HashSet<>();
        long pid = programPid;
        // sandbox and keeper are not the program's
        for (int depth = 0; pid > 1 && pid != rootPid && depth < 8; depth++) {
            pid = table.stat(pid).map(ProcessStat::parentPid).orElse(0L);
            around.add(pid);
        }
        next = Duration.ZERO;
        threadsOfMachine = threadsOfMachine();
    }

    @Override
    public Optional<StopReason> tick(Duration elapsed) {
        long threads = threadsOfMachine();
        if (members == null || elapsed.compareTo(next) < 0 && threads < threadsOfMachine + SUDDEN_THREADS) {
            return Optional.empty();
        }
        threadsOfMachine = threads;
        long start = System.nanoTime();
        Optional<StopReason> reason = look();
        Duration idle = Duration.ofNanos(System.nanoTime() - start).multipliedBy(IDLE_FOR_EACH_LOOK);
        next = elapsed.plus(idle.compareTo(PERIOD) > 0 ? idle : PERIOD);
        return reason;
    }

    @Override
    public void ending(Duration elapsed) {
        // what it had at the end does not matter any more
    }

    private Optional<StopReason> look() {
        List<ProcessStat> counted = members.alive().stream()
                .filter(stat -> !around.contains(stat.pid()))
                .toList();
        int threads = counted.stream().mapToInt(ProcessStat::threads).sum();
        if (counted.size() > limits.processes() || threads > limits.threads()) {
            return Optional.of(StopReason.PROCESS_LIMIT);
        }
        long resident = counted.stream().mapToLong(ProcessStat::rssBytes).sum();
        boolean tooMuch = resident > limits.memoryBytes()
                && counted.stream().mapToLong(this::proportionalBytes).sum() > limits.memoryBytes();
        return tooMuch ? Optional.of(StopReason.MEMORY_LIMIT) : Optional.empty();
    }

    /** The fourth word of {@code /proc/loadavg}, runnable/all; one small file instead of all processes. */
    private long threadsOfMachine() {
        return proc.read("loadavg", SMALL_FILE_BYTES)
                .parse(content -> number(new String(content, StandardCharsets.US_ASCII), "/", " "))
                .toOptional()
                .orElse(0L);
    }

    private long proportionalBytes(ProcessStat stat) {
        Observed<Long> kibibytes = proc.read(stat.pid() + "/smaps_rollup", SMALL_FILE_BYTES)
                .parse(content -> number(new String(content, StandardCharsets.US_ASCII), "\nPss:", "kB"));
        return switch (kibibytes.availability()) {
            case KNOWN -> kibibytes.value() << 10;
            case GONE -> 0;
            case UNREADABLE -> stat.rssBytes();
        };
    }

    private static Optional<Long> number(String text, String before, String after) {
        int start = text.indexOf(before);
        int end = start < 0 ? -1 : text.indexOf(after, start + before.length());
        try {
            return end < 0
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(
                            text.substring(start + before.length(), end).strip()));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }
}
