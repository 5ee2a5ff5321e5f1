package procgrade.multiprocessing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A condition variable that processes share, as Python's {@code multiprocessing.Condition}: who holds its
 * lock may wait until another process, holding the lock in turn, says that something changed.
 *
 * <pre>{@code
 * try (var held = condition.hold()) {
 *     condition.awaitFor(() -> stock.get() > 0);
 *     stock.set(stock.get() - 1);
 * }
 * }</pre>
 *
 * <p>Whoever waits for a notification is blocked in read(2) on a pipe named {@code condition-<n>.waiters},
 * whoever waits for the lock on {@code condition-<n>.lock} or the pipe of the lock that was given. If a
 * process is killed while it waits, the next who notifies it waits for ever on {@code condition-<n>.woken},
 * as in Python.
 */
public final class Condition extends Shared<ConditionState> {
    private static final long serialVersionUID = 1;

    private final transient Shared<LockState> lock;

    /** Makes a condition with a recursive lock of its own. */
    public Condition() {
        this.lock = null;
        ready();
    }

    /**
     * Makes a condition with a lock that may protect other things too.
     *
     * @param lock the lock, not null
     */
    public Condition(Lock lock) {
        this.lock = required(lock);
        ready();
    }

    /**
     * Makes a condition with a recursive lock that may protect other things too.
     *
     * @param lock the lock, not null
     */
    public Condition(RLock lock) {
        this.lock = required(lock);
        ready();
    }

    Condition(SharedKind.Unbound unbound) {
        this.lock = null;
    }

    private static Shared<LockState> required(Shared<LockState> lock) {
        if (lock == null) {
            throw new IllegalArgumentException(
                    "a condition's lock must not be null; use new Condition() for one of its own");
        }
        return lock;
    }

    @Override
    SharedKind kind() {
        return SharedKind.CONDITION;
    }

    @Override
    ConditionState createState() {
        return ConditionState.create(lock == null ? null : lock.state());
    }

    /**
     * Takes the condition's lock; waits in the kernel while others hold it.
     *
     * @return true
     */
    public boolean acquire() {
        state().lock.enter();
        return true;
    }

    /**
     * Takes the condition's lock.
     *
     * @param block whether to wait while others hold it
     * @return whether it was taken
     */
    public boolean acquire(boolean block) {
        return block ? acquire() : state().lock.enter(0);
    }

    /**
     * Takes the condition's lock, waiting no longer than a time.
     *
     * @param timeout the longest wait
     * @return whether it was taken
     * @throws IllegalArgumentException if the time-out is negative
     */
    public boolean acquire(Duration timeout) {
        return state().lock.enter(Deadline.nanos(timeout));
    }

    /**
     * Gives the condition's lock back.
     *
     * @throws IllegalStateException if nobody holds it, or if it is recursive and this thread does not
     */
    public void release() {
        state().lock.leave();
    }

    /**
     * Takes the condition's lock, and gives it back at the end of a try block.
     *
     * @return what to close
     */
    public Held hold() {
        return state().lock.hold();
    }

    /**
     * Releases the lock, waits in the kernel for a notification, and takes the lock again; Python's
     * {@code wait()}.
     *
     * @return true
     * @throws IllegalStateException if this thread does not hold the lock
     */
    public boolean await() {
        return state().await(ConditionState.FOR_EVER);
    }

    /**
     * Waits as {@link #await()} does, but for the notification no longer than a time.
     *
     * @param timeout the longest wait; the lock is taken again however long that lasts
     * @return whether a notification came
     * @throws IllegalArgumentException if the time-out is negative
     * @throws IllegalStateException if this thread does not hold the lock
     */
    public boolean await(Duration timeout) {
        return state().await(Deadline.nanos(timeout));
    }

    /**
     * Waits for notifications until something is true; Python's {@code wait_for()}.
     *
     * @param predicate tested with the lock held, at first at once and then after each notification
     * @return true
     * @throws IllegalStateException if it must wait and this thread does not hold the lock
     */
    public boolean awaitFor(BooleanSupplier predicate) {
        while (!predicate.getAsBoolean()) {
            await();
        }
        return true;
    }

    /**
     * Waits for notifications until something is true, but no longer than a time.
     *
     * @param predicate tested with the lock held, at first at once and then after each notification
     * @param timeout the longest wait for notifications
     * @return what the predicate said last
     * @throws IllegalArgumentException if the time-out is negative
     * @throws IllegalStateException if it must wait and this thread does not hold the lock
     */
    public boolean awaitFor(BooleanSupplier predicate, Duration timeout) {
        Deadline deadline = Deadline.after(timeout);
        boolean notified = true;
        while (!predicate.getAsBoolean()) {
            long left = deadline.leftNanos();
            if (!notified || left <= 0) {
                return false;
            }
            notified = state().await(left);
        }
        return true;
    }

    /**
     * Wakes one who waits, if there is one; Python's {@code notify()}.
     *
     * @throws IllegalStateException if this thread does not hold the lock
     */
    public void notifyOne() {
        state().notify(1);
    }

    /**
     * Wakes some who wait; Python's {@code notify(n)}.
     *
     * @param n how many at most, 0 or more
     * @throws IllegalArgumentException if the number is negative
     * @throws IllegalStateException if this thread does not hold the lock
     */
    public void notifyOne(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("cannot notify " + n + " who wait; give 0 or more");
        }
        state().notify(n);
    }

    /**
     * Wakes all who wait; Python's {@code notify_all()}.
     *
     * @throws IllegalStateException if this thread does not hold the lock
     */
    public void notifyEveryone() {
        state().notify(Integer.MAX_VALUE);
    }
}
