package procgrade.observe;

/**
 * The counters that tell whether a thread has run between two looks. Two kinds, since kernels and sandboxes exist
 * that withhold one of them.
 *
 * @param scheduled times and time slices
 * @param switches context switches
 */
public record Progress(Observed<SchedStat> scheduled, Observed<ContextSwitches> switches) {

    static Progress read(ProcFs proc, String threadFolder) {
        return new Progress(
                proc.read(threadFolder + "/schedstat", SchedStat.LIMIT_BYTES).parse(SchedStat::parse),
                proc.read(threadFolder + "/status", StatusFile.LIMIT_BYTES)
                        .parse(StatusFile::parse)
                        .parse(StatusFile::contextSwitches));
    }

    /** Reads the second kind, in a file that is expensive to make, only where the kernel withholds the first one. */
    static Progress readCheaply(ProcFs proc, String threadFolder) {
        Observed<SchedStat> scheduled = proc.readRecord(threadFolder + "/schedstat", SchedStat.LIMIT_BYTES)
                .parse(SchedStat::parse);
        return scheduled.isKnown() ? new Progress(scheduled, Observed.unreadable()) : read(proc, threadFolder);
    }

    /** {@return whether at least one of the counters could be read} */
    public boolean isKnown() {
        return scheduled.isKnown() || switches.isKnown();
    }

    /**
     * Whether the thread has certainly not run since an earlier look.
     *
     * @param earlier an earlier reading of the same thread
     * @return true only if the two readings have a counter in common and all they have in common are equal
     */
    public boolean isUnmovedSince(Progress earlier) {
        return haveCommonCounter(earlier) && !hasMovedSince(earlier);
    }

    /**
     * Whether the thread has certainly run since an earlier look.
     *
     * @param earlier an earlier reading of the same thread
     * @return true only if a counter that both readings have is different
     */
    public boolean hasMovedSince(Progress earlier) {
        return differ(scheduled, earlier.scheduled) || differ(switches, earlier.switches);
    }

    private boolean haveCommonCounter(Progress earlier) {
        return scheduled.isKnown() && earlier.scheduled.isKnown() || switches.isKnown() && earlier.switches.isKnown();
    }

    private static boolean differ(Observed<?> now, Observed<?> earlier) {
        return now.isKnown() && earlier.isKnown() && !now.equals(earlier);
    }
}
