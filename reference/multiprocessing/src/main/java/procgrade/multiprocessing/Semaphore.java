package procgrade.multiprocessing;

import java.time.Duration;
import procgrade.multiprocessing.kernel.Tokens;

/**
 * A counting semaphore that processes share, as Python's {@code multiprocessing.Semaphore}.
 *
 * <p>It counts to {@value Tokens#MOST} at most. Whoever waits is blocked in read(2) on a pipe named
 * {@code semaphore-<n>.count}.
 */
public class Semaphore extends Shared<SemaphoreState> {
    private static final long serialVersionUID = 1;

    private final transient int initial;

    /** Makes a semaphore whose value is 1. */
    public Semaphore() {
        this(1);
    }

    /**
     * Makes a semaphore.
     *
     * @param value how many may acquire it before somebody must wait, 0 to {@value Tokens#MOST}
     * @throws IllegalArgumentException if the value is outside that range
     */
    public Semaphore(int value) {
        if (value < 0 || value > Tokens.MOST) {
            throw new IllegalArgumentException(
                    "a semaphore's value must be 0 to " + Tokens.MOST + ", not " + value + "; choose a value within");
        }
        this.initial = value;
        ready();
    }

    Semaphore(SharedKind.Unbound unbound) {
        this.initial = 0;
    }

    @Override
    SharedKind kind() {
        return SharedKind.SEMAPHORE;
    }

    @Override
    SemaphoreState createState() {
        return SemaphoreState.create(kind(), initial, SemaphoreState.UNBOUNDED);
    }

    final int initial() {
        return initial;
    }

    /**
     * Lowers the value by one; waits in the kernel while it is 0.
     *
     * @return true
     */
    public final boolean acquire() {
        state().acquire();
        return true;
    }

    /**
     * Lowers the value by one.
     *
     * @param block whether to wait while it is 0
     * @return whether it was lowered
     */
    public final boolean acquire(boolean block) {
        return block ? acquire() : state().acquire(0);
    }

    /**
     * Lowers the value by one, waiting no longer than a time.
     *
     * @param timeout the longest wait
     * @return whether it was lowered
     * @throws IllegalArgumentException if the time-out is negative
     */
    public final boolean acquire(Duration timeout) {
        return state().acquire(Deadline.nanos(timeout));
    }

    /**
     * Raises the value by one.
     *
     * @throws IllegalStateException if it would exceed what the semaphore can count
     */
    public final void release() {
        state().release();
    }

    /** {@return the value at this moment} */
    public final int getValue() {
        return state().tokens.count();
    }

    /**
     * Acquires, and releases at the end of a try block.
     *
     * @return what to close
     */
    public final Held hold() {
        acquire();
        return this::release;
    }
}
