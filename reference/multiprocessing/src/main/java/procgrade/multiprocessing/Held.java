package procgrade.multiprocessing;

/**
 * A lock that is held until the end of a block, as Python's {@code with lock:} does.
 *
 * <pre>{@code
 * try (Held held = lock.hold()) {
 *     counter.set(counter.get() + 1);
 * }
 * }</pre>
 */
public interface Held extends AutoCloseable {
    /** Releases the lock. */
    @Override
    void close();
}
