package procgrade.multiprocessing;

/**
 * A message queue that is nothing but a pipe, as Python's {@code multiprocessing.SimpleQueue}: if the
 * pipe's buffer (64 KiB, {@code pipe(7)}) is full, {@code put} waits until somebody gets.
 *
 * <p>A process that waits in {@code put} is blocked in write(2) on the pipe {@code simplequeue-<n>.data},
 * one that waits in {@code get} in read(2).
 *
 * @param <T> the type of the items
 */
public final class SimpleQueue<T> extends Shared<SimpleQueueState> implements AutoCloseable {
    private static final long serialVersionUID = 1;

    /** Makes a queue. */
    public SimpleQueue() {
        ready();
    }

    SimpleQueue(SharedKind.Unbound unbound) {}

    @Override
    SharedKind kind() {
        return SharedKind.SIMPLE_QUEUE;
    }

    @Override
    SimpleQueueState createState() {
        return SimpleQueueState.create(kind());
    }

    /**
     * Puts an item in; waits in the kernel while the pipe is full.
     *
     * @param item serializable, may be null
     * @throws IllegalArgumentException if it is not serializable
     * @throws IllegalStateException if the queue is closed
     */
    public void put(T item) {
        state().put(item);
    }

    /**
     * Takes the first item out; waits in the kernel until there is one.
     *
     * @return the item, may be null
     * @throws IllegalStateException if the queue is closed
     */
    @SuppressWarnings("unchecked") // what comes out is what went in
    public T get() {
        return (T) state().get();
    }

    /** {@return whether the pipe holds no item at this moment} */
    public boolean empty() {
        return state().isEmpty();
    }

    /** Closes the queue in this process; if it is the last that has it open, items nobody took are gone. */
    @Override
    public void close() {
        state().close();
    }
}
