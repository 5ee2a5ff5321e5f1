package procgrade.standstill;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * How a wait can end.
 *
 * @param fate what can become of the thread
 * @param wakers if it is {@link Fate#BLOCKED}, the processes that can end the wait
 * @param awaited the files through which they can
 */
record Wake(Fate fate, Set<Long> wakers, Set<PipeEnd> awaited) {
    static final Wake UNKNOWN = of(Fate.UNKNOWN);
    static final Wake RUNNING = of(Fate.RUNNING);
    static final Wake TIMED = of(Fate.TIMED);
    static final Wake OUTSIDE = of(Fate.OUTSIDE);

    static Wake of(Fate fate) {
        return new Wake(fate, Set.of(), Set.of());
    }

    /** A wait that certain processes can end. If there are none, the picture is wrong, and nothing is known. */
    static Wake by(Set<Long> wakers) {
        return wakers.isEmpty() ? UNKNOWN : new Wake(Fate.BLOCKED, wakers, Set.of());
    }

    static Wake by(Set<Long> wakers, PipeEnd through) {
        return wakers.isEmpty() ? UNKNOWN : new Wake(Fate.BLOCKED, wakers, Set.of(through));
    }

    /** A wait that ends as soon as any of several would. */
    static Wake anyOf(Collection<Wake> waits) {
        Set<Long> wakers = new HashSet<>();
        Set<PipeEnd> awaited = new HashSet<>();
        for (Wake wait : waits) {
            if (wait.fate() != Fate.BLOCKED) {
                return wait;
            }
            wakers.addAll(wait.wakers());
            awaited.addAll(wait.awaited());
        }
        return new Wake(Fate.BLOCKED, wakers, awaited);
    }
}
