package procgrade.multiprocessing;

/**
 * A semaphore whose value never exceeds what it began with, as Python's
 * {@code multiprocessing.BoundedSemaphore}: to release it more often than it was acquired is an error.
 *
 * <p>Whoever waits is blocked in read(2) on a pipe named {@code boundedsemaphore-<n>.count}.
 */
public final class BoundedSemaphore extends Semaphore {
    private static final long serialVersionUID = 1;

    /** Makes a semaphore whose value is 1 and never more. */
    public BoundedSemaphore() {
        this(1);
    }

    /**
     * Makes a semaphore.
     *
     * @param value its first and highest value, 0 to {@value procgrade.multiprocessing.kernel.Tokens#MOST}
     * @throws IllegalArgumentException if the value is outside that range
     */
    public BoundedSemaphore(int value) {
        super(value);
    }

    BoundedSemaphore(SharedKind.Unbound unbound) {
        super(unbound);
    }

    @Override
    SharedKind kind() {
        return SharedKind.BOUNDED_SEMAPHORE;
    }

    @Override
    SemaphoreState createState() {
        return SemaphoreState.create(kind(), initial(), initial());
    }
}
