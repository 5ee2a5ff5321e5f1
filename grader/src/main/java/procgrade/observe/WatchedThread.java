package procgrade.observe;

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
    private static final byte[] NOTHING = {};

    private final Optional<KeptFile> schedStat;
    private final Optional<KeptFile> children;
    private final boolean childrenListed;
    private final long[] counters = new long[3];
    private long cpuNanos;
    private long delayNanos;
    private long timeslices;
    private long movedIn = -1;

    WatchedThread(SamplerFiles files, long pid, long tid) {
        String folder = pid + "/task/" + tid;
        schedStat = files.kept().keep(folder + "/schedstat", SchedStat.LIMIT_BYTES);
        children = files.kept().keep(folder + "/children", CHILDREN_BYTES);
        // a thread that has ended meanwhile has none of its files any more
        childrenListed = children.isPresent()
                || !files.proc().read(folder + "/stat", ProcessStat.LIMIT_BYTES).isKnown();
    }

    /** A kernel without scheduler statistics has no such file or writes zeros: then every look has to count as moved. */
    Look look(long tick) {
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
     * The pids of the processes that this thread has started, as they are listed now.
     *
     * @return how many there are; -1 if the kernel does not list them
     */
    int children(long[] pids) {
        if (children.isEmpty()) {
            return childrenListed ? 0 : -1;
        }
        byte[] content = children.get().read().toOptional().orElse(NOTHING);
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
        children.ifPresent(KeptFile::close);
    }
}
