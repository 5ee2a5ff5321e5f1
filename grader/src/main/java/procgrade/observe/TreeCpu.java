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
     * @param isOfProgram whether what a process knows of its dead children is about processes of the program only. What
     *     stands around the program has also started the program, whose exit code is asked for late or never. But the
     *     first process of a sandbox collects those that have lost their parents, and nobody else knows of them
     */
    static Duration of(Collection<WatchedProcess> processes, Predicate<WatchedProcess> isOfProgram) {
        Map<WatchedProcess, Long> unseen = new HashMap<>();
        long sum = 0;
        long orphans = 0;
        for (WatchedProcess process : processes) {
            sum += process.cpuNanos();
            unseen.merge(process, process.reapedCpuNanos(), Long::sum);
            if (process.isLeftToParent() && process.parent().isPresent()) {
                unseen.merge(process.parent().get(), -used(process), Long::sum);
            } else if (process.ended().isPresent()) {
                orphans += used(process);
            }
        }
        long collected = 0;
        for (Map.Entry<WatchedProcess, Long> parent : unseen.entrySet()) {
            boolean ofProgram = isOfProgram.test(parent.getKey());
            if (!ofProgram && parent.getKey().isInit()) {
                collected += parent.getValue();
            } else if (parent.getValue() > 0) {
                sum += ofProgram ? parent.getValue() : 0;
            } else if (parent.getKey().ended().isPresent()) {
                // its children that it has not collected itself were orphans when they ended, or soon after
                orphans -= parent.getValue();
            }
        }
        return Duration.ofNanos(sum + Math.max(0, collected - orphans));
    }

    private static long used(WatchedProcess process) {
        return process.cpuNanos() + process.reapedCpuNanos();
    }
}
