package procgrade.observe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Finds out that processes have been born: from the lists of children that the kernel keeps for each thread, or, on a
 * kernel without them and for processes that have strayed, from the list of all processes.
 *
 * <p>Most of the time nobody is born anywhere on the machine, and that costs one reading to know: the last field of
 * {@code /proc/loadavg} is the number that was given out last, to a process or a thread. In a container it may be made
 * up, so it is believed only until it has been wrong once.
 */
final class Births {
    private static final int MOST_CHILDREN = 1_024;

    // a thread that runs while it is looked at may show only at the next look that it has
    private static final int TICKS_DUE = 3;

    // whether a process of many threads has a new one shows only after some ticks
    private static final int TICKS_UNTIL_SHOWN = 25;

    // more than that at once are not looked at one by one
    private static final int MOST_NEWBORNS = 32;

    // a process in the middle of exec(2) shows no environment for a moment
    private static final int LOOKS_AT_STRANGERS = 3;

    private final SamplerFiles files;
    private final long[] pids = new long[MOST_CHILDREN];
    private final Map<Long, Integer> strangers = new HashMap<>();
    private final Optional<KeptFile> loadavg;
    private long newest = -1;
    private Set<Long> unborn = Set.of();
    private int dueAnywhere;

    /** None has been seen yet. */
    private int ticksSinceAnybody = TICKS_UNTIL_SHOWN;

    private boolean trusted = true;
    private boolean childrenListed = true;
    private boolean complete = true;
    private int due;

    Births(SamplerFiles files) {
        this.files = files;
        this.loadavg = files.kept().keep("loadavg", LoadAverage.LIMIT_BYTES);
    }

    /**
     * Whether one of the run may have started a process or a thread. To be called first in each tick, before anything
     * that is looked at because of it.
     *
     * @param known the processes of the run
     */
    boolean mayHaveHappened(Set<Long> known) {
        long latest = newestTask();
        boolean anybody = !trusted || latest <= 0 || latest != newest;
        dueAnywhere = anybody ? TICKS_DUE : Math.max(0, dueAnywhere - 1);
        boolean counted = newest >= 0 && latest != newest;
        ticksSinceAnybody = counted ? 0 : Math.min(TICKS_UNTIL_SHOWN, ticksSinceAnybody + 1);
        boolean ours = !trusted || latest <= 0 || latest < newest || latest - newest > MOST_NEWBORNS;
        if (!ours) {
            ours = isAmongNewborns(latest, known);
        } else {
            unborn = Set.of();
        }
        newest = latest;
        due = ours ? TICKS_DUE : Math.max(0, due - 1);
        return due > 0;
    }

    /** {@return whether anybody on the machine may have started one lately} */
    boolean mayHaveHappenedAnywhere() {
        return dueAnywhere > 0;
    }

    /**
     * Whoever has got one of the latest numbers is ours if its parent is, or if it is a thread whose process is a child
     * of ours or the program itself. A number that is not in use is asked for once more: it was given out before its
     * process could be seen.
     */
    private boolean isAmongNewborns(long latest, Set<Long> known) {
        Set<Long> asked = new HashSet<>(unborn);
        unborn = new HashSet<>();
        boolean ours = false;
        for (long id = newest + 1; id <= latest; id++) {
            Optional<ProcessStat> stat = files.stat(id);
            ours |= stat.filter(born -> known.contains(born.parentPid())).isPresent();
            if (stat.isEmpty()) {
                unborn.add(id);
            }
        }
        for (long id : asked) {
            ours |= files.stat(id)
                    .filter(born -> known.contains(born.parentPid()))
                    .isPresent();
        }
        return ours;
    }

    private long newestTask() {
        return loadavg.map(KeptFile::read)
                .flatMap(Observed::toOptional)
                .map(LoadAverage::newestTask)
                .orElse(0L);
    }

    /** Tells of a new process or thread: if nobody should have been born for a while, what said so is not to be trusted. */
    void somebodyIsNew() {
        boolean nobodyCounted = dueAnywhere == 0 && ticksSinceAnybody >= TICKS_UNTIL_SHOWN;
        if (nobodyCounted && newestTask() == newest) {
            trusted = false;
        }
    }

    /**
     * The unknown children of a process.
     *
     * @param movedSince only those of threads that have run since that tick
     */
    List<Long> childrenOf(WatchedProcess parent, long movedSince, Set<Long> known) {
        List<Long> found = new ArrayList<>();
        for (WatchedThread thread : parent.threads()) {
            if (!thread.hasMovedSince(movedSince)) {
                continue;
            }
            int count = thread.children(pids);
            if (count < 0) {
                childrenListed = false;
            }
            complete &= count < MOST_CHILDREN;
            for (int i = 0; i < count; i++) {
                if (!known.contains(pids[i])) {
                    found.add(pids[i]);
                }
            }
        }
        return found;
    }

    /** Whether the kernel lists the children of a thread; taken to be so until it is seen not to be. */
    boolean childrenListed() {
        return childrenListed;
    }

    boolean complete() {
        return complete;
    }

    void close() {
        loadavg.ifPresent(KeptFile::close);
    }

    /**
     * Goes through all processes of the machine that have not been looked at before.
     *
     * @param known the processes of the run
     * @param mark of the run
     * @param session that belongs to the run alone; no process is in it if the run has none
     * @param adopt is told the pid of each process that belongs to the run, and the pid of its parent if that does too,
     *     otherwise 0; to call it makes the process known
     */
    void listAll(Set<Long> known, EnvironmentMark mark, long session, BiConsumer<Long, Long> adopt) {
        int limit = files.limits().listed();
        List<Long> all = files.proc().numbers("", limit).toOptional().orElse(List.of());
        complete &= all.size() < limit;
        strangers.keySet().retainAll(new HashSet<>(all));
        Deque<Candidate> left = new ArrayDeque<>();
        for (long pid : all) {
            if (!known.contains(pid) && strangers.getOrDefault(pid, 0) < LOOKS_AT_STRANGERS) {
                files.stat(pid)
                        .ifPresent(stat -> left.add(new Candidate(pid, stat.parentPid(), stat.session() == session)));
            }
        }
        adoptChildren(left, known, adopt);
        for (Candidate candidate : left) {
            if (!known.contains(candidate.pid) && (candidate.inSession || carries(candidate.pid, mark))) {
                adopt.accept(candidate.pid, 0L);
            } else {
                strangers.merge(candidate.pid, 1, Integer::sum);
            }
        }
    }

    /** Again and again, because a child may have a lower number than its parent. */
    private static void adoptChildren(Collection<Candidate> left, Set<Long> known, BiConsumer<Long, Long> adopt) {
        boolean again = true;
        while (again) {
            again = left.removeIf(candidate -> {
                boolean child = known.contains(candidate.parent);
                if (child) {
                    adopt.accept(candidate.pid, candidate.parent);
                }
                return child;
            });
        }
    }

    private boolean carries(long pid, EnvironmentMark mark) {
        Observed<byte[]> environ = files.proc().read(pid + "/environ", EnvironmentMark.LIMIT_BYTES);
        return environ.isKnown() && mark.isIn(environ.value());
    }

    private record Candidate(long pid, long parent, boolean inSession) {}
}
