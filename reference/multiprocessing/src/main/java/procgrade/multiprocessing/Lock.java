package procgrade.multiprocessing;

import java.time.Duration;

/**
 * A lock that processes share, as Python's {@code multiprocessing.Lock}: not recursive, and any process or
 * thread may release it.
 *
 * <p>Whoever waits is blocked in read(2) on a pipe named {@code lock-<n>.lock}. A process killed while it
 * holds the lock leaves it locked for ever, as in Python.
 */
public final class Lock extends Shared<LockState> {
    private static final long serialVersionUID = 1;

    /** Makes a lock that nobody holds. */
    public Lock() {
        ready();
    }

    Lock(SharedKind.Unbound unbound) {}

    @Override
    SharedKind kind() {
        return SharedKind.LOCK;
    }

    @Override
    LockState createState() {
        return LockState.create(SharedKind.LOCK);
    }

    /**
     * Takes the lock; waits in the kernel while somebody holds it.
     *
     * @return true
     */
    public boolean acquire() {
        state().acquire();
        return true;
    }

    /**
     * Takes the lock.
     *
     * @param block whether to wait while somebody holds it
     * @return whether it was taken
     */
    public boolean acquire(boolean block) {
        return block ? acquire() : state().acquire(0);
    }

    /**
     * Takes the lock, waiting no longer than a time.
     *
     * @param timeout the longest wait
     * @return whether it was taken
     * @throws IllegalArgumentException if the time-out is negative
     */
    public boolean acquire(Duration timeout) {
        return state().acquire(Deadline.nanos(timeout));
    }

    /**
     * Gives the lock back.
     *
     * @throws IllegalStateException if nobody holds it
     */
    public void release() {
        state().release();
    }

    /**
     * Takes the lock, and gives it back at the end of a try block.
     *
     * @return what to close
     */
    public Held hold() {
        return state().hold(); // no lambda: to link one would put the class files' library into every child's archive
    }
}
