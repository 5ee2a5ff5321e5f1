package procgrade.multiprocessing;

import java.time.Duration;

/**
 * A recursive lock that processes share, as Python's {@code multiprocessing.RLock}: the thread that holds it
 * may acquire it again, and must release it as often.
 *
 * <p>Only the thread that holds it may release it. Whoever waits is blocked in read(2) on a pipe named
 * {@code rlock-<n>.lock}, or {@code <object>.lock} for the lock inside another object. A process killed
 * while it holds the lock leaves it locked for ever, as in Python.
 */
public final class RLock extends Shared<LockState> {
    private static final long serialVersionUID = 1;

    /** The value or array whose lock this is, null for a lock of its own. */
    private final transient Shared<ElementsState> holder;

    /** Makes a lock that nobody holds. */
    public RLock() {
        this((Shared<ElementsState>) null);
    }

    RLock(SharedKind.Unbound unbound) {
        this.holder = null;
    }

    /** Makes an object that leads to the lock of a value or array. */
    RLock(Shared<ElementsState> holder) {
        this.holder = holder;
        ready();
    }

    @Override
    SharedKind kind() {
        return SharedKind.RLOCK;
    }

    @Override
    LockState createState() {
        return holder == null ? LockState.create(kind()) : holder.state().lock();
    }

    /**
     * Takes the lock; waits in the kernel while another thread or process holds it.
     *
     * @return true
     */
    public boolean acquire() {
        state().acquireAgain();
        return true;
    }

    /**
     * Takes the lock.
     *
     * @param block whether to wait while another thread or process holds it
     * @return whether it was taken
     */
    public boolean acquire(boolean block) {
        return block ? acquire() : state().acquireAgain(0);
    }

    /**
     * Takes the lock, waiting no longer than a time.
     *
     * @param timeout the longest wait
     * @return whether it was taken
     * @throws IllegalArgumentException if the time-out is negative
     */
    public boolean acquire(Duration timeout) {
        return state().acquireAgain(Deadline.nanos(timeout));
    }

    /**
     * Gives the lock back; others can take it when it has been released as often as acquired.
     *
     * @throws IllegalStateException if this thread does not hold it
     */
    public void release() {
        state().releaseOnce();
    }

    /**
     * Takes the lock, and gives it back at the end of a try block.
     *
     * @return what to close
     */
    public Held hold() {
        return state().hold();
    }
}
