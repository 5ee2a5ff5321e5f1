package procgrade.standstill;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;
import procgrade.observe.ProcessTree;

/**
 * Compares two looks at a tree. If the same threads were there and none of their counters has moved, then none of them ran
 * between its own two readings. All these spans of time share a moment, the one between the two looks; at that moment no
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
    static boolean isCertain(ProcessTree earlier, ProcessTree later, Predicate<Long> counts) {
        if (!earlier.complete() || !later.complete() || !ends(earlier).equals(ends(later))) {
            return false;
        }
        Map<Long, ObservedThread> before = threads(earlier, counts);
        Map<Long, ObservedThread> after = threads(later, counts);
        if (!before.keySet().equals(after.keySet())) {
            return false;
        }
        return after.values().stream().allMatch(thread -> isUnmoved(before.get(thread.tid()), thread));
    }

    private static boolean isUnmoved(ObservedThread before, ObservedThread after) {
        return after.progress().isUnmovedSince(before.progress())
                && after.state() == before.state()
                && after.activity().raw().equals(before.activity().raw());
    }

    /** Which processes there are, by pid and start, and whether each has ended. */
    private static Map<Set<Object>, Boolean> ends(ProcessTree tree) {
        Map<Set<Object>, Boolean> ends = new HashMap<>();
        for (ObservedProcess process : tree.processes()) {
            ends.put(Set.of(process.pid(), process.stat().startedAfterBoot()), process.hasEnded());
        }
        return ends;
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
