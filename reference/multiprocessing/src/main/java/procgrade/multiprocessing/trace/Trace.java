package procgrade.multiprocessing.trace;

/** Writes this process's event trace. */
public final class Trace {
    /** Whether tracing is on. */
    public static final boolean ON = System.getenv("PROCGRADE_TRACE") != null;

    /** A lock or semaphore was acquired. */
    public static final int ACQUIRE = 1;

    /** A lock or semaphore was released. */
    public static final int RELEASE = 2;

    private Trace() {}

    /**
     * Gives an object a number.
     *
     * @param name the object's name
     * @return its number in this process's trace
     */
    public static int define(String name) {
        return 0;
    }

    /**
     * Writes a record.
     *
     * @param kind one of the constants
     * @param object the object's number
     * @param item the item's id
     */
    public static void record(int kind, int object, long item) {}
}
