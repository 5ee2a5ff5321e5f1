package procgrade.observe;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Adds up the processor time of a tree of processes, so that nothing is counted twice and little is missing. */
final class TreeCpu {
    private TreeCpu() {}

    /**
     * Adds up.
     *
     * @param processes all that were seen
     * @param collects whether what a process knows of its dead children is about processes of the tree only. The first
     *     process of a sandbox also collects those that have lost their parents, and they were counted already
     */
    static Duration of(Collection<WatchedProcess> processes, Predicate<WatchedProcess> collects) {
        Map<WatchedProcess, Long> unseen = new HashMap<>();
        long sum = 0;
        for (WatchedProcess process : processes) {
            sum += process.cpuNanos();
            unseen.merge(process, process.reapedCpuNanos(), Long::sum);
            if (process.isLeftToParent() && process.parent().isPresent()) {
                unseen.merge(process.parent().get(), -process.cpuNanos() - process.reapedCpuNanos(), Long::sum);
            }
        }
        for (Map.Entry<WatchedProcess, Long> parent : unseen.entrySet()) {
            sum += collects.test(parent.getKey()) ? Math.max(0, parent.getValue()) : 0;
        }
        return Duration.ofNanos(sum);
    }
}
