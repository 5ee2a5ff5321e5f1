package procgrade.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.Observed;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessStat;

/**
 * Stops a program whose processes together have more memory, or are more, or have more threads, than they may. It is told
 * of the processes by whoever has looked at them in the same tick, and reads nothing itself as long as all is well.
 *
 * <p>Memory is first summed up as resident; that counts pages which processes share several times, so a sum above the
 * limit is checked against the proportional sizes ({@code Pss}, proc_pid_smaps(5)), which are exact but slow to read.
 */
public final class LimitWatch implements RunWatcher {
    private static final Duration PERIOD_OF_EXACT_SIZES = Duration.ofMillis(100);
    private static final int SMALL_FILE_BYTES = 4096;

    private final RunLimits limits;
    private final Supplier<List<ProcessStat>> program;
    private final ProcFs proc;
    private Duration nextExactSizes = Duration.ZERO;

    /**
     * A watch for one run.
     *
     * @param limits of memory, processes and threads; the others are ignored
     * @param program gives the latest readings of the program's processes that are alive, nothing else
     */
    public LimitWatch(RunLimits limits, Supplier<List<ProcessStat>> program) {
        this(limits, program, ProcFs.ofThisMachine());
    }

    LimitWatch(RunLimits limits, Supplier<List<ProcessStat>> program, ProcFs proc) {
        this.limits = limits;
        this.program = program;
        this.proc = proc;
    }

    @Override
    public void started(long rootPid, long programPid, EnvironmentMark mark) {
        // what there is, is asked for at each tick
    }

    @Override
    public Optional<StopReason> tick(Duration elapsed) {
        List<ProcessStat> alive = program.get();
        int threads = alive.stream().mapToInt(ProcessStat::threads).sum();
        if (alive.size() > limits.processes() || threads > limits.threads()) {
            return Optional.of(StopReason.PROCESS_LIMIT);
        }
        long resident = alive.stream().mapToLong(ProcessStat::rssBytes).sum();
        if (resident <= limits.memoryBytes() || elapsed.compareTo(nextExactSizes) < 0) {
            return Optional.empty();
        }
        nextExactSizes = elapsed.plus(PERIOD_OF_EXACT_SIZES);
        long proportional = alive.stream().mapToLong(this::proportionalBytes).sum();
        return proportional > limits.memoryBytes() ? Optional.of(StopReason.MEMORY_LIMIT) : Optional.empty();
    }

    @Override
    public void ending(Duration elapsed, Optional<StopReason> stopped) {
        // what it had at the end does not matter any more
    }

    private long proportionalBytes(ProcessStat stat) {
        Observed<Long> kibibytes = proc.read(stat.pid() + "/smaps_rollup", SMALL_FILE_BYTES)
                .parse(content -> kibibytes(new String(content, StandardCharsets.US_ASCII)));
        return switch (kibibytes.availability()) {
            case KNOWN -> kibibytes.value() << 10;
            case GONE -> 0;
            case UNREADABLE -> stat.rssBytes();
        };
    }

    /** The line {@code Pss:   1234 kB}. */
    private static Optional<Long> kibibytes(String text) {
        String before = "\nPss:";
        int start = text.indexOf(before);
        int end = start < 0 ? -1 : text.indexOf("kB", start);
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
