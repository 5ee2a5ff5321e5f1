package procgrade.standstill;

import java.util.Set;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;

/**
 * A node of the wait-for graph: one thread, and who could make it go on.
 *
 * @param process its process
 * @param thread what was seen of it
 * @param fate what can become of it
 * @param wakers of a {@link Fate#BLOCKED} thread, pids of the processes one of whose threads must act before it goes
 *     on; any of them can do. Empty for all others
 * @param awaited the files through which they can
 */
record Waiter(ObservedProcess process, ObservedThread thread, Fate fate, Set<Long> wakers, Set<PipeEnd> awaited) {
    Waiter {
        wakers = Set.copyOf(wakers);
        awaited = Set.copyOf(awaited);
    }

    static Waiter of(ObservedProcess process, ObservedThread thread, Wake wake) {
        return new Waiter(process, thread, wake.fate(), wake.wakers(), wake.awaited());
    }

    Waiter with(Fate other) {
        return new Waiter(process, thread, other, Set.of(), Set.of());
    }

    long pid() {
        return process.pid();
    }

    long tid() {
        return thread.tid();
    }
}
