package procgrade.observe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds out which thread a call such as clone has made, if that is in a pid namespace: strace writes the number that its
 * maker sees, and puts the one that itself sees in front of each line. (It can translate, but searches all of {@code /proc}
 * for each new thread.)
 *
 * <p>Who has executed a program is certain: {@code set_tid_address}, which the C library calls first thing then, gives the
 * inner number. All others are told by their order, for both numbers are given out in ascending order: what was born between
 * two that are certain inside, was so outside, too.
 */
final class InnerPids {
    private static final String NEW_NAMESPACE = "CLONE_NEWPID";
    private static final long AGE_MASK = 0xffff_ffffL;

    private final Map<Long, Long> outerByInner = new HashMap<>();
    private final Set<Long> outside = new HashSet<>();
    private final List<Birth> births = new ArrayList<>();
    private final Map<Long, Long> innerByOuter = new HashMap<>();
    private final Set<Long> tids = new HashSet<>();
    private long namespace;
    private boolean certain = true;

    private InnerPids() {}

    private record Birth(long maker, long made, boolean newNamespace) {}

    static InnerPids of(List<StraceLine> lines) {
        InnerPids pids = new InnerPids();
        Map<Long, String> pending = new HashMap<>();
        for (StraceLine line : lines) {
            pids.tids.add(line.tid());
            String call = line.text();
            if (StraceLog.isUnfinished(call)) {
                pending.put(line.tid(), StraceLog.begun(call));
                continue;
            }
            pids.read(
                    line.tid(),
                    StraceLog.resumed(call)
                            .map(rest -> pending.getOrDefault(line.tid(), "") + rest)
                            .orElse(call));
        }
        if (!lines.isEmpty()) {
            pids.outside.add(lines.get(0).tid());
        }
        pids.findNamespace();
        if (pids.namespace > 0) {
            pids.pairUp();
        }
        return pids;
    }

    private void read(long tid, String call) {
        long result = StraceLine.result(call).map(StraceLine::born).orElse(0L);
        if (result > 0 && call.startsWith("set_tid_address(")) {
            innerByOuter.put(tid, result);
        } else if (result > 0 && StraceLog.isBirth(call)) {
            births.add(new Birth(tid, result, call.contains(NEW_NAMESPACE)));
        }
    }

    /** The sandbox makes it with its first child. */
    private void findNamespace() {
        for (Birth birth : births) {
            if (outside.contains(birth.maker) && birth.newNamespace) {
                namespace = birth.made;
            } else if (outside.contains(birth.maker)) {
                outside.add(birth.made);
            }
        }
    }

    private void pairUp() {
        TreeMap<Long, Long> anchors = new TreeMap<>(Map.of(1L, namespace));
        TreeSet<Long> outer = new TreeSet<>();
        for (long tid : tids) {
            if (tid != namespace && !outside.contains(tid)) {
                Long inner = innerByOuter.get(tid);
                boolean known = inner != null && anchors.putIfAbsent(inner, tid) == null;
                if (!known) {
                    outer.add(age(tid));
                }
            }
        }
        TreeSet<Long> inner = new TreeSet<>();
        births.stream()
                .filter(birth -> !outside.contains(birth.maker) && !anchors.containsKey(birth.made))
                .forEach(birth -> inner.add(birth.made));
        outerByInner.putAll(anchors);
        long from = 1;
        while (true) {
            Long next = anchors.higherKey(from);
            pair(
                    next == null ? inner.tailSet(from) : inner.subSet(from, next),
                    next == null
                            ? outer.tailSet(age(anchors.get(from)))
                            : between(outer, age(anchors.get(from)), age(anchors.get(next))));
            if (next == null) {
                return;
            }
            from = next;
        }
    }

    private Set<Long> between(NavigableSet<Long> outer, long from, long to) {
        // two that were born at the same time on two processors may be in another order inside than outside
        certain &= from < to;
        return from < to ? outer.subSet(from, to) : Set.of();
    }

    private void pair(Set<Long> inner, Set<Long> outer) {
        certain &= inner.size() == outer.size();
        List<Long> ages = List.copyOf(outer);
        int at = 0;
        for (long pid : inner) {
            if (at < ages.size()) {
                outerByInner.put(pid, ages.get(at++) & AGE_MASK);
            }
        }
    }

    /** Numbers that are smaller than that of the namespace's first process were given out later, beginning again. */
    private long age(long tid) {
        return tid >= namespace ? tid : tid + AGE_MASK + 1;
    }

    /**
     * The number that strace sees.
     *
     * @param maker thread that made the call, as strace sees it
     * @param made what the call gave
     * @return the number; 0 if it cannot be told
     */
    long outer(long maker, long made) {
        return namespace == 0 || outside.contains(maker) ? made : outerByInner.getOrDefault(made, 0L);
    }

    /** {@return whether nothing was left over when births and newcomers were put together} */
    boolean areCertain() {
        return certain;
    }
}
