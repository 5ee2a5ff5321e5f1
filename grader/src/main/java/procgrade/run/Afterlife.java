package procgrade.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import procgrade.observe.ProcessStat;
import procgrade.observe.ProcessState;

/**
 * What the processes do that outlive the first one of their program, look by look. The time of a program goes on as long
 * as they work for it: otherwise a program that leaves its work to a child, and ends at once, would be a fast one.
 *
 * <p>Whoever only waits does not work, and neither do helpers: they end a little later than what they help. But a program
 * can give any name to a process, so they are believed only as long as all of them together are hardly at work.
 */
final class Afterlife {
    private static final long MOST_NANOS_OF_HELPERS = Duration.ofMillis(100).toNanos();

    private final Predicate<ProcessStat> seemsToHelp;
    private final Map<Long, Duration> cpu = new HashMap<>();
    private Set<Long> others = Set.of();
    private long helpersBusyNanos;
    private long lastNanos;
    private boolean busy;
    private boolean ended;
    private boolean atWork;

    /**
     * An afterlife.
     *
     * @param seemsToHelp whether a process looks like one that a library or a virtual machine keeps for itself
     */
    Afterlife(Predicate<ProcessStat> seemsToHelp) {
        this.seemsToHelp = seemsToHelp;
    }

    /** Takes notice of those that are alive at that time, in nanoseconds. */
    void look(long nanos, List<ProcessStat> alive) {
        Set<Long> othersNow = new HashSet<>();
        boolean otherBusy = false;
        boolean helperBusy = false;
        for (ProcessStat stat : alive) {
            boolean helps = seemsToHelp.test(stat);
            boolean works = isBusy(stat);
            otherBusy |= works && !helps;
            helperBusy |= works && helps;
            if (!helps) {
                othersNow.add(stat.pid());
            }
        }
        helpersBusyNanos += helperBusy && lastNanos != 0 ? nanos - lastNanos : 0;
        lastNanos = nanos;
        ended = !othersNow.containsAll(others);
        others = othersNow;
        busy = otherBusy || helperBusy;
        atWork = otherBusy || helperBusy && helpersBusyNanos > MOST_NANOS_OF_HELPERS;
    }

    /** Runs, or has run since the last look. */
    private boolean isBusy(ProcessStat stat) {
        Duration before = cpu.put(stat.pid(), stat.cpu());
        boolean ran = before != null && !before.equals(stat.cpu());
        return ran || stat.state() == ProcessState.RUNNING;
    }

    /** {@return whether anybody used a processor, helpers included} */
    boolean isBusy() {
        return busy;
    }

    /** {@return whether somebody has ended since the last look who was no helper} */
    boolean hasSeenAnEnd() {
        return ended;
    }

    /** {@return whether somebody worked for the program} */
    boolean isAtWork() {
        return atWork;
    }
}
