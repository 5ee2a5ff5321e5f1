package procgrade.multiprocessing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All shared objects that this process has open, by kind and name.
 *
 * <p>They are held strongly: the last process that closes a pipe destroys what is in it, so the garbage
 * collector must not decide when that happens.
 */
final class States {
    private static final Map<String, SharedState> OPEN = new HashMap<>();

    private States() {}

    static void register(SharedState state) {
        synchronized (OPEN) {
            OPEN.put(key(state.handle()), state);
        }
    }

    static SharedState open(Handle handle) {
        synchronized (OPEN) {
            SharedState state = OPEN.get(key(handle));
            if (state == null) {
                state = handle.kind().open(handle);
                OPEN.put(key(handle), state);
            }
            return state;
        }
    }

    static void forget(SharedState state) {
        synchronized (OPEN) {
            OPEN.remove(key(state.handle()), state);
        }
    }

    /** The name alone would not do: an object and the lock inside it share one, so that observers see whose lock it is. */
    private static String key(Handle handle) {
        return handle.kind().name() + " " + handle.name();
    }

    /** Waits until every object has handed over what it buffers. */
    static void flushAll() {
        for (SharedState state : all()) {
            state.flush();
        }
    }

    /** Whether {@link #flushAll} would not have to wait. */
    static boolean allFlushed() {
        for (SharedState state : all()) {
            if (!state.isFlushed()) {
                return false;
            }
        }
        return true;
    }

    private static List<SharedState> all() {
        synchronized (OPEN) {
            return new ArrayList<>(OPEN.values());
        }
    }
}
