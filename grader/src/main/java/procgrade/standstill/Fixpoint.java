package procgrade.standstill;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the threads that nobody will ever wake: signal reduction on an OR wait-for graph (Chandy, Misra and Haas,
 * "Distributed deadlock detection", ACM TOCS 1(2), 1983; as MUST does it for MPI). A thread goes on if one of the
 * processes that could wake it has a thread that goes on. Whoever is not reached that way waits for ever, because all
 * that could wake it wait for ever, too.
 */
final class Fixpoint {
    private Fixpoint() {}

    /**
     * The threads that wait for ever.
     *
     * @param waiters all threads of a closed world
     * @return those that are blocked and stay it, in the order given
     */
    static List<Waiter> stuck(Collection<Waiter> waiters) {
        Set<Long> live = new HashSet<>();
        for (Waiter waiter : waiters) {
            if (waiter.fate() != Fate.BLOCKED && waiter.fate() != Fate.INTERNAL) {
                live.add(waiter.pid());
            }
        }
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Waiter waiter : waiters) {
                grows |= waiter.fate() == Fate.BLOCKED && isWoken(waiter, live) && live.add(waiter.pid());
            }
        }
        return waiters.stream()
                .filter(waiter -> waiter.fate() == Fate.BLOCKED && !isWoken(waiter, live))
                .toList();
    }

    /** {@return whether every thread that counts waits for ever, and at least one does} */
    static boolean isWhole(Collection<Waiter> waiters) {
        long counting = waiters.stream()
                .filter(waiter -> waiter.fate() != Fate.INTERNAL)
                .count();
        return counting > 0 && stuck(waiters).size() == counting;
    }

    private static boolean isWoken(Waiter waiter, Set<Long> live) {
        return waiter.wakers().stream().anyMatch(live::contains);
    }
}
