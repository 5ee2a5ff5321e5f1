package procgrade.multiprocessing;

import java.time.Duration;
import procgrade.multiprocessing.kernel.Tokens;

/**
 * A first-in, first-out message queue between processes, as Python's {@code multiprocessing.Queue}.
 *
 * <p>Any number of processes put and get. {@code put} never waits for room in the pipe: what does not fit
 * is handed to a feeder thread, and a process waits for its feeders at its end. Items of one producer
 * arrive in the order they were put. Items are encoded by {@code put}, so a later change of the object
 * is not seen by the receiver; they are serializable or null.
 *
 * <p>Whoever waits in {@code get} is blocked in read(2) on the pipe {@code queue-<n>.data} if it is the
 * next to be served, and on {@code queue-<n>.readers} if it is behind another.
 *
 * @param <T> the type of the items
 */
public sealed class Queue<T> extends Shared<QueueState> implements AutoCloseable permits JoinableQueue {
    private static final long serialVersionUID = 1;
    private static final long FOR_EVER = -1;

    private final transient int maxsize;

    /** Makes a queue that holds any number of items. */
    public Queue() {
        this(0);
    }

    /**
     * Makes a queue.
     *
     * @param maxsize how many items it holds before {@code put} waits, up to {@value Tokens#MOST}; 0 or less for any
     *     number
     * @throws IllegalArgumentException if it is larger
     */
    public Queue(int maxsize) {
        this.maxsize = checkedSize(maxsize);
        ready();
    }

    Queue(SharedKind.Unbound unbound) {
        this.maxsize = 0;
    }

    static int checkedSize(int maxsize) {
        if (maxsize > Tokens.MOST) {
            throw new IllegalArgumentException("maxsize must be at most " + Tokens.MOST + ", not " + maxsize
                    + "; leave it out for a queue without a limit");
        }
        return Math.max(maxsize, 0);
    }

    @Override
    SharedKind kind() {
        return SharedKind.QUEUE;
    }

    @Override
    QueueState createState() {
        return QueueState.create(kind(), session().newName(kind().label()), maxsize);
    }

    /**
     * Puts an item in; waits only while the queue holds its maximal number of items.
     *
     * @param item serializable, may be null
     * @throws IllegalArgumentException if it is not serializable
     * @throws IllegalStateException if the queue is closed
     */
    public void put(T item) {
        boolean unused = state().put(item, FOR_EVER);
    }

    /**
     * Puts an item in, waiting no longer than a time for a free place.
     *
     * @param item serializable, may be null
     * @param timeout the longest wait
     * @throws Full if the queue held its maximal number of items all the time
     * @throws IllegalArgumentException if the item is not serializable or the time-out negative
     * @throws IllegalStateException if the queue is closed
     */
    public void put(T item, Duration timeout) {
        if (!state().put(item, Deadline.nanos(timeout))) {
            throw new Full(this + " stayed full for " + timeout);
        }
    }

    /**
     * Puts an item in without waiting.
     *
     * @param item serializable, may be null
     * @throws Full if the queue holds its maximal number of items
     * @throws IllegalArgumentException if the item is not serializable
     * @throws IllegalStateException if the queue is closed
     */
    public void putNowait(T item) {
        if (!state().put(item, 0)) {
            throw new Full(this + " is full");
        }
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

    /**
     * Takes the first item out, waiting no longer than a time.
     *
     * @param timeout the longest wait
     * @return the item, may be null
     * @throws Empty if none came
     * @throws IllegalArgumentException if the time-out is negative
     * @throws IllegalStateException if the queue is closed
     */
    public T get(Duration timeout) {
        return taken(Deadline.nanos(timeout), " stayed empty for " + timeout);
    }

    /**
     * Takes the first item out without waiting.
     *
     * @return the item, may be null
     * @throws Empty if there is none, or another process is taking one at this moment; as in Python also if what was put
     *     is still held by a feeder
     * @throws IllegalStateException if the queue is closed
     */
    public T getNowait() {
        return taken(0, " is empty");
    }

    @SuppressWarnings("unchecked") // what comes out is what went in
    private T taken(long waitNanos, String otherwise) {
        byte[] frame = state().take(waitNanos);
        if (frame.length == 0) {
            throw new Empty(this + otherwise);
        }
        return (T) state().taken(frame);
    }

    /** {@return how many items were put and not yet taken, at this moment; another process may change it at once} */
    public int qsize() {
        return state().size();
    }

    /**
     * Whether the pipe holds no item at this moment.
     *
     * @return as Python's, true also while a feeder still holds items back
     */
    public boolean empty() {
        return state().isEmpty();
    }

    /** {@return whether the queue holds its maximal number of items at this moment} */
    public boolean full() {
        return state().isFull();
    }

    /**
     * Says that this process puts and gets no more; what it has put is still delivered. Other processes go
     * on. If this is the last process that has the queue open, items nobody took are gone.
     */
    @Override
    public void close() {
        state().close();
    }

    /**
     * Waits until everything that this process has put is in the pipe.
     *
     * @throws IllegalStateException if the queue is not closed yet
     */
    public void joinThread() {
        if (!state().isClosed()) {
            throw new IllegalStateException(
                    "cannot join the feeder of " + this + " before close(); close the queue first");
        }
        state().flush();
    }

    /** Lets this process end without waiting until its items are in the pipe; they may be lost. */
    public void cancelJoinThread() {
        state().cancelJoin();
    }
}
