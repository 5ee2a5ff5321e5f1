package procgrade.standstill;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a waiting thread is in the middle of, in terms of the program and not of the kernel.
 *
 * @param action what it does
 * @param object name of the queue, lock and so on; for {@link Action#JOIN} of the process; empty if it has none
 * @param detail how full the object is, such as {@code 65 536 of 65 536 bytes}; empty if it is not known
 * @param wakers pids of the processes that could end the wait
 * @param owners pids of those who have the lock, none if nobody who is alive has it; empty if that is not known, or if it
 *     waits for no lock
 */
record Doing(Action action, String object, String detail, Set<Long> wakers, Optional<Set<Long>> owners) {
    private static final String FULL = ", which is full";

    /** What programs do that can block. */
    enum Action {
        /** Takes an item from a queue. */
        GET("gets from %s, which is empty", "gets from a queue, which is empty"),
        /** Waits until others have taken their items. */
        GET_TURN("waits for its turn to get from %s", "waits for its turn to get from a queue"),
        /** Puts an item into a queue that has no room. */
        PUT("puts to %s" + FULL, "puts to a queue" + FULL),
        /** Waits until others have put their items. */
        PUT_TURN("waits for its turn to put to %s", "waits for its turn to put to a queue"),
        /** A thread of the library writes what the program has put. */
        HAND_ON("passes on what it has put to %s" + FULL, "passes on what it has put to a queue" + FULL),
        /** Has done its work, but what it has put is not all in the pipe. */
        FLUSH(
                "cannot end before somebody gets what it put to %s",
                "cannot end before somebody gets what it put to a queue"),
        /** Waits until every item of a queue is reported to be done. */
        ALL_DONE("waits until all items of %s are done", "waits until all items of a queue are done"),
        /** Waits for the end of a process. */
        JOIN("waits for %s to end", "waits for a child process to end"),
        /** Acquires a lock, a monitor or a semaphore. */
        LOCK("waits for %s", "waits for a lock, an event or its turn at a queue"),
        /** Waits for an event. */
        EVENT("waits for %s", "waits for an event"),
        /** Waits for a condition. */
        CONDITION("waits to be notified by %s", "waits to be notified by a condition"),
        /** Waits at a barrier. */
        BARRIER("waits at %s", "waits at a barrier"),
        /** Reads from a pipe, a connection or a file. */
        RECEIVE("reads from %s, which is empty", "reads from a pipe that is empty"),
        /** Writes to a pipe, a connection or a file. */
        SEND("writes to %s" + FULL, "writes to a pipe" + FULL),
        /** Waits for any of several things. */
        SELECT("waits for something to come from %s", "waits for one of several pipes"),
        /** Waits for the result of a task. */
        RESULT("waits for the result of %s", "waits for the result of a task"),
        /** A worker of a pool that has nothing to do. */
        TASK("waits for a task of the pool", "waits for a task of the pool"),
        /** Waits for the workers of a pool. */
        POOL_END("waits for the workers of the pool to end", "waits for the workers of the pool to end"),
        /** Waits for a coroutine. */
        COROUTINE("runs a coroutine that waits", "runs a coroutine that waits"),
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
        owners = owners.map(Set::copyOf);
    }

    Doing(Action action, String object, Set<Long> wakers) {
        this(action, object, "", wakers, Optional.empty());
    }

    Doing as(Action other) {
        return new Doing(other, object, detail, wakers, owners);
    }

    /** {@return whether it is one of these} */
    boolean is(Action... actions) {
        return Set.of(actions).contains(action);
    }

    /** {@return the name of an object, with the kind of object in front if the name does not say it} */
    static String named(String kind, String name) {
        return name.isEmpty() || name.toLowerCase(Locale.ROOT).contains(kind) ? name : kind + " " + name;
    }

    /** {@return what several do, a phrase that follows their names} */
    String wordsForSeveral() {
        return forSeveral(words());
    }

    /** {@code waits for} becomes {@code wait for}. */
    static String forSeveral(String words) {
        return words.replaceFirst("^(pass)es ", "$1 ")
                .replaceFirst("^([a-z]+[^s])s ", "$1 ")
                .replace(" its turn", " their turn");
    }

    /** {@return what it does, a phrase that follows its name} */
    String words() {
        String words = object.isEmpty() ? action.withoutName : action.withName.replace("%s", object);
        if (detail.isEmpty()) {
            return words;
        }
        String full = action == Action.BARRIER ? " (" + detail + " are there)" : " (full: " + detail + ")";
        return words.endsWith(FULL) ? words.substring(0, words.length() - FULL.length()) + full : words + full;
    }
}
