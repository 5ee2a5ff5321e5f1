package procgrade.multiprocessing;

/**
 * A queue that also counts which items are still being worked on, as Python's
 * {@code multiprocessing.JoinableQueue}.
 *
 * <p>Each {@code put} adds one to the number of unfinished items. Whoever has worked on an item that it got
 * calls {@link #taskDone()}; {@link #join()} waits until nothing is unfinished. Both still work after
 * {@link #close()}.
 *
 * <p>Whoever waits in {@code join} is blocked in read(2) on the pipe {@code joinablequeue-<n>.unfinished.waiters};
 * who waits in {@code get}, on the pipes that {@link Queue} names, which begin with {@code joinablequeue-<n>}
 * here.
 *
 * @param <T> the type of the items
 */
public final class JoinableQueue<T> extends Queue<T> {
    private static final long serialVersionUID = 1;

    /** Makes a queue that holds any number of items. */
    public JoinableQueue() {
        super();
    }

    /**
     * Makes a queue.
     *
     * @param maxsize how many items it holds before {@code put} waits, up to
     *     {@value procgrade.multiprocessing.kernel.Tokens#MOST}; 0 or less for any number
     * @throws IllegalArgumentException if it is larger
     */
    public JoinableQueue(int maxsize) {
        super(maxsize);
    }

    JoinableQueue(SharedKind.Unbound unbound) {
        super(unbound);
    }

    @Override
    SharedKind kind() {
        return SharedKind.JOINABLE_QUEUE;
    }

    /**
     * Says that the work on one item that this or another process got is done.
     *
     * @throws IllegalStateException if it was called more often than items were put
     */
    public void taskDone() {
        state().unfinished().decrement();
    }

    /** Waits in the kernel until {@link #taskDone()} was called for every item put so far. */
    public void join() {
        state().unfinished().awaitZero();
    }
}
