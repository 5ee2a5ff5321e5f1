package procgrade.standstill;

import java.util.Set;

/**
 * What a waiting thread is in the middle of, in terms of the program and not of the kernel.
 *
 * @param action what it does
 * @param object name of the queue, lock and so on; for {@link Action#JOIN} of the process; empty if it has none
 * @param wakers pids of the processes that could end the wait
 */
record Doing(Action action, String object, Set<Long> wakers) {
    /** What programs do that can block. */
    enum Action {
        /** Takes an item from a queue. */
        GET("gets from %s", "gets from a queue"),
        /** Puts an item into a queue that has no room. */
        PUT("puts to %s, which is full", "puts to a queue that is full"),
        /** Waits for the end of a process. */
        JOIN("waits for %s to end", "waits for a child process to end"),
        /** Acquires a lock, a monitor or a semaphore. */
        LOCK("waits for %s", "waits for a lock, an event or its turn at a queue"),
        /** Waits for an event, a condition or a barrier. */
        NOTICE("waits for %s", "waits to be notified"),
        /** Reads from a pipe, a connection or a file. */
        RECEIVE("reads from %s, which is empty", "reads from a pipe that is empty"),
        /** Writes to a pipe, a connection or a file. */
        SEND("writes to %s, which is full", "writes to a pipe that is full"),
        /** Waits for any of several things. */
        SELECT("waits for any of several pipes: %s", "waits for one of several pipes"),
        /** Waits for another thread of its own process. */
        THREAD("waits for %s", "waits for another of its threads"),
        /** Waits for a signal. */
        SIGNAL("waits for %s", "waits for a signal"),
        /** Anything else. */
        OTHER("waits for %s", "waits");

        private final String withName;
        private final String withoutName;

        Action(String withName, String withoutName) {
            this.withName = withName;
            this.withoutName = withoutName;
        }
    }

    Doing {
        wakers = Set.copyOf(wakers);
    }

    /** {@return what it does, a phrase that follows its name} */
    String words() {
        return object.isEmpty() ? action.withoutName : action.withName.formatted(object);
    }
}
