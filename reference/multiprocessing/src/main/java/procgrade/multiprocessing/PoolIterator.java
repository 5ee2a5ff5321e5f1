package procgrade.multiprocessing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;

/**
 * The results of {@link Pool#imap} and {@link Pool#imapUnordered} as they come, Python's
 * {@code multiprocessing.pool.IMapIterator}. They can be gone through once, also in a for loop.
 *
 * <p>If a task failed, {@link #next()} throws its exception in its place; the results behind it follow. The
 * methods may be called by any thread of the process that has the pool.
 *
 * @param <R> the type of the results
 */
@SuppressWarnings("IterableAndIterator") // as in Python: what is given out once needs no second object
public final class PoolIterator<R> implements Iterator<R>, Iterable<R> {
    private static final int UNKNOWN = -1;

    private final String pool;
    private final boolean ordered;

    /** Results and {@link PoolFailure}s nobody has taken, by their place in the order in which they are given out. */
    private final Map<Integer, Object> waiting = new HashMap<>();

    private int arrived;
    private int taken;
    private int total = UNKNOWN;
    private boolean abandoned;

    PoolIterator(String pool, boolean ordered) {
        this.pool = pool;
        this.ordered = ordered;
    }

    /** {@return this object itself, for a for loop} */
    @Override
    public Iterator<R> iterator() {
        return this;
    }

    /**
     * Whether there is another result; waits until that is known.
     *
     * @return false if all were given out
     * @throws IllegalStateException if the calling thread was interrupted
     */
    @Override
    public synchronized boolean hasNext() {
        try {
            while (!isDecided()) {
                wait();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return taken != total;
    }

    /**
     * Waits for the next result. An unchecked exception of the task is thrown as it is.
     *
     * @return the result, may be null
     * @throws TaskFailed if the task has none
     * @throws NoSuchElementException if all were given out
     * @throws IllegalStateException if the calling thread was interrupted
     */
    @Override
    public synchronized R next() {
        boolean unused = hasNext();
        return take();
    }

    /**
     * Waits for the next result, but no longer than a time.
     *
     * @param timeout the longest wait
     * @return the result, may be null
     * @throws Timeout if it did not come; it still can
     * @throws TaskFailed if the task has none
     * @throws NoSuchElementException if all were given out
     * @throws IllegalArgumentException if the time-out is negative
     * @throws IllegalStateException if the calling thread was interrupted
     */
    public synchronized R next(Duration timeout) {
        Deadline deadline = Deadline.after(timeout);
        try {
            for (long left = deadline.leftNanos(); !isDecided() && left > 0; left = deadline.leftNanos()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        if (!isDecided()) {
            throw new Timeout("the next result of " + pool + " did not come within " + timeout
                    + "; it still can, call next() again");
        }
        return take();
    }

    private boolean isDecided() {
        return taken == total || waiting.containsKey(taken);
    }

    @SuppressWarnings("unchecked") // the job puts in what its function returns
    private R take() {
        if (taken == total) {
            throw new NoSuchElementException(
                    "all " + total + " results of " + pool + " were given out; ask hasNext() before next()");
        }
        Object outcome = waiting.remove(taken++);
        if (outcome instanceof PoolFailure failure) {
            throw failure.unchecked();
        }
        return (R) outcome;
    }

    private IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(
                "interrupted while waiting for a result of " + pool + "; wait for it again", e);
    }

    /** Takes the result or {@link PoolFailure} of one task. */
    synchronized void arrive(int index, Object outcome) {
        if (!abandoned) {
            Object unused = waiting.put(ordered ? index : arrived, outcome);
            arrived++;
            notifyAll();
        }
    }

    /** Says how many results there will be. */
    synchronized void end(int count) {
        if (!abandoned) {
            total = count;
            notifyAll();
        }
    }

    /** Whether nothing more will come. */
    synchronized boolean isComplete() {
        return abandoned || arrived == total;
    }

    /** Puts a failure in the place of the first result that is missing, and ends there. */
    synchronized void abandon(PoolFailure failure) {
        if (isComplete()) {
            return;
        }
        abandoned = true;
        int missing = taken;
        while (waiting.containsKey(missing)) {
            missing++;
        }
        waiting.put(missing, failure);
        total = missing + 1;
        notifyAll();
    }
}
