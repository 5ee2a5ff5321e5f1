package procgrade.observe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** One thread of a process that is sampled, with the files kept open from which its counters are read. */
final class WatchedThread {
    /** What a look at a thread tells. */
    enum Look {
        /** It has not run since the last look. */
        UNMOVED,
        /** It has run, or nobody can tell. */
        MOVED,
        /** It has ended. */
        GONE
    }

    private static final int CHILDREN_BYTES = 4096;
    private static final int NAME_BYTES = 64;

    /** A new thread bears its creator's name for a while. */
    private static final int LOOKS_AT_NAME = 8;

    // what a virtual machine does for itself may be seen a little later, and what has slept for long is likely to go on
    private static final long BACKGROUND_PERIOD_NANOS = 80_000_000;
    private static final long IDLE_BACKGROUND_PERIOD_NANOS = 240_000_000;
    private static final long IDLE_PERIOD_NANOS = 40_000_000;
    private static final long IDLE_AFTER_NANOS = 1_000_000_000;

    private final SamplerFiles files;
    private final String folder;
    private final long tid;

    private final Optional<KeptFile> schedStat;
    private final long[] counters = new long[3];
    private long cpuNanos;
    private long delayNanos;
    private long timeslices;
    private long movedIn = -1;
    private long movedAtNanos;
    private long lastUsedNanos;
    private long lookedAtNanos;
    private int looksAtName;
    private boolean named;

    WatchedThread(SamplerFiles files, long pid, long tid) {
        this.files = files;
        this.tid = tid;
        folder = pid + "/task/" + tid;
        schedStat = files.kept().keep(folder + "/schedstat", SchedStat.LIMIT_BYTES);
    }

    /**
     * Whether it is to be looked at again already.
     *
     * @param background whether it is one of a virtual machine's own
     */
    boolean isDue(Duration now, boolean background) {
        long nanos = now.toNanos();
        boolean idle = nanos - movedAtNanos > IDLE_AFTER_NANOS;
        return nanos - lookedAtNanos >= (background ? backgroundPeriod(idle) : idle ? IDLE_PERIOD_NANOS : 0);
    }

    private static long backgroundPeriod(boolean idle) {
        return idle ? IDLE_BACKGROUND_PERIOD_NANOS : BACKGROUND_PERIOD_NANOS;
    }

    Look look(Duration now, long tick) {
        lookedAtNanos = now.toNanos();
        long before = cpuNanos;
        Look seen = readCounters(tick);
        lastUsedNanos = cpuNanos - before;
        if (seen == Look.MOVED) {
            movedAtNanos = lookedAtNanos;
            readName();
        }
        return seen;
    }

    private void readName() {
        if (looksAtName < LOOKS_AT_NAME) {
            looksAtName++;
            named = files.proc()
                    .read(folder + "/comm", NAME_BYTES)
                    .toOptional()
                    .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).strip())
                    .filter(BackgroundThreads::isNamed)
                    .isPresent();
        }
    }

    /** {@return whether it has the name of a thread of a Java virtual machine, which any thread may give itself} */
    boolean isNamedAsBackground() {
        return named;
    }

    /** What it was seen to have used by the last look. */
    long lastUsedNanos() {
        return lastUsedNanos;
    }

    long tid() {
        return tid;
    }

    /** A kernel without scheduler statistics has no such file or writes zeros: then every look has to count as moved. */
    private Look readCounters(long tick) {
        if (schedStat.isEmpty()) {
            movedIn = tick;
            return Look.MOVED;
        }
        Observed<byte[]> content = schedStat.get().read();
        if (!content.isKnown()) {
            return Look.GONE;
        }
        boolean counted =
                Digits.parse(content.value(), counters) == 3 && (counters[0] | counters[1] | counters[2]) != 0;
        if (counted && counters[0] == cpuNanos && counters[2] == timeslices) {
            return Look.UNMOVED;
        }
        movedIn = tick;
        if (counted) {
            cpuNanos = Math.max(cpuNanos, counters[0]);
            delayNanos = Math.max(delayNanos, counters[1]);
            timeslices = counters[2];
        }
        return Look.MOVED;
    }

    /**
     * The pids of the processes that this thread has started, as they are listed now. Not from a file that is kept open:
     * it is rarely asked for, and of the grader's open files there is one for each thread already.
     *
     * @return how many there are; -1 if the kernel does not list them
     */
    int children(long[] pids) {
        Observed<byte[]> listed = files.proc().read(folder + "/children", CHILDREN_BYTES);
        if (!listed.isKnown()) {
            // a thread that has ended meanwhile has none of its files any more
            return files.proc().read(folder + "/stat", ProcessStat.LIMIT_BYTES).isKnown() ? -1 : 0;
        }
        byte[] content = listed.value();
        int found = Digits.parse(content, pids);
        // the last number of a list that did not fit may be cut
        return content.length == CHILDREN_BYTES ? found - 1 : found;
    }

    boolean hasMovedSince(long tick) {
        return movedIn >= tick;
    }

    long cpuNanos() {
        return cpuNanos;
    }

    long delayNanos() {
        return delayNanos;
    }

    long timeslices() {
        return timeslices;
    }

    void close() {
        schedStat.ifPresent(KeptFile::close);
    }
}
