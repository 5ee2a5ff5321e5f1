package procgrade.multiprocessing.programs;

import java.time.Duration;
import procgrade.multiprocessing.Empty;
import procgrade.multiprocessing.Queue;

/** A class whose initializer uses a queue: Python's own tests do so while a module is imported. */
public final class UsesQueueAtStart {
    private static final int RECEIVED;
    private static boolean stayedEmpty;

    static {
        Queue<byte[]> queue = new Queue<>();
        queue.put(new byte[100_000]);
        RECEIVED = queue.get(Duration.ofSeconds(60)).length;
        try {
            queue.get(Duration.ofMillis(1));
        } catch (Empty expected) {
            stayedEmpty = true;
        }
    }

    private UsesQueueAtStart() {}

    /** {@return what the initializer got out of its queue} */
    public static String report() {
        return RECEIVED + " " + stayedEmpty;
    }
}
