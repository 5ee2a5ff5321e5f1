package procgrade.multiprocessing.trace;

/**
 * Writes this process's event trace. Off unless the environment variable {@value #VARIABLE} names a
 * folder; then every process of the program's tree writes one file of its own there.
 *
 * <p>Callers ask {@link #ON} before every call, so that a program that is not traced neither loads nor
 * pays for anything else. Tracing never fails the program: what cannot be recorded is left out.
 *
 * <p><b>Matching a get with its put.</b> A sender that finds {@link #ON} true takes a
 * {@link #nextItemId()}, records {@link #PUT} before it writes and sends the id in its frame. A frame
 * says itself whether it carries an id (the top bit of the length, or a tag of its own), because a
 * process whose trace file could not be made is not traced while its peers are. The receiver records
 * {@link #GET} with the frame's id, or 0 if it has none, as soon as it has read the frame.
 *
 * <p>Safe for use by many threads.
 */
public final class Trace {
    /** The environment variable that names the folder of the trace files. */
    public static final String VARIABLE = "PROCGRADE_TRACE";

    /** A lock or semaphore was acquired. */
    public static final int ACQUIRE = 1;

    /** A lock or semaphore is about to be released. */
    public static final int RELEASE = 2;

    /** An item is about to enter a queue or pipe; the item is its id. */
    public static final int PUT = 3;

    /** An item has left a queue or pipe; the item is the id that its frame carried, 0 for none. */
    public static final int GET = 4;

    /** A barrier let this thread pass; the item is the thread's place in the order of arrival. */
    public static final int BARRIER = 5;

    /** Tracing began in this process, which is done by itself; the item is the parent's pid. */
    public static final int START = 6;

    /** A process was started; the object is its name, the item its pid. */
    public static final int SPAWN = 7;

    /** The process is about to end; the item is its exit code. */
    public static final int EXIT = 8;

    private static final TraceWriter WRITER = isWanted() ? TraceWriter.open(System.getenv(VARIABLE)) : null;

    /** Whether this process is traced; never changes. */
    public static final boolean ON = WRITER != null;

    private Trace() {}

    private static boolean isWanted() {
        String folder = System.getenv(VARIABLE);
        return folder != null && !folder.isEmpty();
    }

    /**
     * Gives an object a number, which is the same if the name is defined again.
     *
     * @param name the object's name in the session, not null
     * @return its number in this process's trace, from 1; 0 while tracing is off
     */
    public static int define(String name) {
        return ON ? WRITER.define(name) : 0;
    }

    /**
     * Writes a record with the time and the thread's CPU time at this moment.
     *
     * @param kind one of the constants
     * @param object the object's number, 0 for none
     * @param item what the kind says
     */
    public static void record(int kind, int object, long item) {
        if (ON) {
            WRITER.record(kind, object, item);
        }
    }

    /**
     * Names an item that is about to be sent.
     *
     * @return this process's pid in the upper 24 bits and its count of items, from 1, in the lower 40; 0 while
     *     tracing is off
     */
    public static long nextItemId() {
        return ON ? WRITER.nextItemId() : 0;
    }
}
