package procgrade.standstill;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;
import procgrade.observe.ProcessStat;
import procgrade.observe.ProcessTree;
import procgrade.observe.SecondLook;

/**
 * Compares two looks at a tree. If the same threads were there and none of them has run, then each has slept from its first
 * reading to its second. All these spans of time share a moment, the one between the two looks; at that moment no
 * thread could run: a consistent cut without stopping anybody.
 */
final class Stillness {
    private Stillness() {}

    /**
     * Whether nothing that counts has happened between two looks.
     *
     * @param earlier the first look
     * @param later the second one
     * @param counts which threads count, by the later look
     * @return true only if it is certain
     */
    static boolean isCertain(ProcessTree earlier, SecondLook later, Predicate<Long> counts) {
        if (!earlier.complete() || !later.complete() || !ends(earlier).equals(ends(later))) {
            return false;
        }
        Map<Long, ObservedThread> before = threads(earlier, counts);
        Map<Long, SecondLook.OfThread> after = threads(later, counts);
        return before.keySet().equals(after.keySet())
                && after.values().stream().allMatch(thread -> thread.isUnmovedSince(before.get(thread.tid())));
    }

    /** A process: by its pid alone it could be another one. */
    private record Identity(long pid, Duration start) {
        static Identity of(ProcessStat stat) {
            return new Identity(stat.pid(), stat.startedAfterBoot());
        }
    }

    /** Which processes there are, and whether each has ended. */
    private static Map<Identity, Boolean> ends(ProcessTree tree) {
        Map<Identity, Boolean> ends = new HashMap<>();
        for (ObservedProcess process : tree.processes()) {
            ends.put(Identity.of(process.stat()), process.hasEnded());
        }
        return ends;
    }

    private static Map<Identity, Boolean> ends(SecondLook look) {
        Map<Identity, Boolean> ends = new HashMap<>();
        for (SecondLook.OfProcess process : look.processes()) {
            ends.put(Identity.of(process.stat()), process.hasEnded());
        }
        return ends;
    }

    private static Map<Long, SecondLook.OfThread> threads(SecondLook look, Predicate<Long> counts) {
        Map<Long, SecondLook.OfThread> threads = new HashMap<>();
        for (SecondLook.OfProcess process : look.processes()) {
            for (SecondLook.OfThread thread : process.threads()) {
                if (counts.test(thread.tid())) {
                    threads.put(thread.tid(), thread);
                }
            }
        }
        return threads;
    }

    private static Map<Long, ObservedThread> threads(ProcessTree tree, Predicate<Long> counts) {
        Map<Long, ObservedThread> threads = new HashMap<>();
        for (ObservedProcess process : tree.processes()) {
            for (ObservedThread thread : process.threads()) {
                if (counts.test(thread.tid())) {
                    threads.put(thread.tid(), thread);
                }
            }
        }
        return threads;
    }
}
