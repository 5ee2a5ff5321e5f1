package procgrade.multiprocessing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The result of a task that a {@link Pool} works on, as Python's {@code multiprocessing.pool.AsyncResult}.
 *
 * <p>The methods may be called by any thread of the process that has the pool.
 *
 * @param <R> the type of the result
 */
public final class AsyncResult<R> {
    private static final Object PENDING = new Object();

    private final String pool;

    /** Held while a callback runs, since callbacks of one pool must not run at the same time. */
    private final Object callbackTurn;

    private final Deque<Callback> callbacks = new ArrayDeque<>();

    /** The result, or a {@link PoolFailure}. */
    private Object outcome = PENDING;

    /** Whether the outcome is there and the callbacks have run. */
    private boolean ready;

    AsyncResult(String pool, Object callbackTurn) {
        this.pool = pool;
        this.callbackTurn = callbackTurn;
    }

    /**
     * Waits for the result.
     *
     * @return the result, may be null
     * @throws TaskFailed if there is none
     * @throws IllegalStateException if the calling thread was interrupted
     */
    public R get() {
        await();
        return result();
    }

    /**
     * Waits for the result, but no longer than a time. An unchecked exception of the task is thrown as it is.
     *
     * @param timeout the longest wait
     * @return the result, may be null
     * @throws Timeout if it did not come
     * @throws TaskFailed if there is none
     * @throws IllegalArgumentException if the time-out is negative
     * @throws IllegalStateException if the calling thread was interrupted
     */
    public R get(Duration timeout) {
        if (!await(timeout)) {
            throw new Timeout("no result of " + pool + " came within " + timeout + "; it still can, wait for it again");
        }
        return result();
    }

    @SuppressWarnings("unchecked") // the job puts in what its function returns
    private synchronized R result() {
        if (outcome instanceof PoolFailure failure) {
            throw failure.unchecked();
        }
        return (R) outcome;
    }

    /**
     * Waits until there is a result or failure; Python's {@code wait()}.
     *
     * @throws IllegalStateException if the calling thread was interrupted
     */
    public synchronized void await() {
        try {
            while (!ready) {
                wait();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Waits until there is a result or failure, or a time is up; Python's {@code wait(timeout)}.
     *
     * @param timeout the longest wait
     * @return whether there is one
     * @throws IllegalArgumentException if the time-out is negative
     * @throws IllegalStateException if the calling thread was interrupted
     */
    public synchronized boolean await(Duration timeout) {
        Deadline deadline = Deadline.after(timeout);
        try {
            for (long left = deadline.leftNanos(); !ready && left > 0; left = deadline.leftNanos()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return ready;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(
                "interrupted while waiting for a result of " + pool + "; wait for it again", e);
    }

    /** {@return whether there is a result or failure} */
    public synchronized boolean ready() {
        return ready;
    }

    /**
     * Whether the task has a result.
     *
     * @return false if it failed
     * @throws IllegalStateException if it has not ended
     */
    public synchronized boolean successful() {
        if (!ready) {
            throw new IllegalStateException(
                    "a task of " + pool + " has not ended yet; ask whether it was successful() when it is ready()");
        }
        return !(outcome instanceof PoolFailure);
    }

    /**
     * Says what to do with the result once it is there; at once if it is there already. The callbacks of one
     * pool run one after the other, before {@link #get()} returns, and hold up other results: they should end
     * soon and must not wait for the pool.
     *
     * @param action what to do; not called if the task fails
     * @return this
     */
    public AsyncResult<R> callback(Consumer<? super R> action) {
        return add(new Callback(action, false));
    }

    /**
     * Says what to do if the task fails, under the same rules as {@link #callback}.
     *
     * @param action what to do with the exception, checked ones included; not called if there is a result
     * @return this
     */
    public AsyncResult<R> errorCallback(Consumer<? super Throwable> action) {
        return add(new Callback(action, true));
    }

    private AsyncResult<R> add(Callback callback) {
        synchronized (this) {
            if (!ready) {
                callbacks.add(callback);
                return this;
            }
        }
        run(callback);
        return this;
    }

    /** Takes a result or {@link PoolFailure}; only the first one counts. */
    void complete(Object result) {
        synchronized (this) {
            if (outcome != PENDING) {
                return;
            }
            outcome = result;
        }
        for (Callback callback = nextCallback(); callback != null; callback = nextCallback()) {
            run(callback);
        }
    }

    private synchronized Callback nextCallback() {
        Callback next = callbacks.poll();
        if (next == null) {
            ready = true;
            notifyAll();
        }
        return next;
    }

    /** An exception of a callback is the program's fault but must not stop the pool's thread. */
    private void run(Callback callback) {
        synchronized (callbackTurn) {
            try {
                callback.run(outcome);
            } catch (RuntimeException | Error thrown) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
            }
        }
    }

    /** {@return the pool and whether the result is ready} */
    @Override
    public String toString() {
        return "AsyncResult(" + pool + ", " + (ready() ? "ready" : "pending") + ")";
    }

    private record Callback(Consumer<?> action, boolean wantsFailure) {
        @SuppressWarnings("unchecked") // each action accepts what it is given here
        void run(Object outcome) {
            boolean failed = outcome instanceof PoolFailure;
            if (failed && wantsFailure) {
                ((Consumer<Object>) action).accept(((PoolFailure) outcome).exception());
            } else if (!failed && !wantsFailure) {
                ((Consumer<Object>) action).accept(outcome);
            }
        }
    }
}
