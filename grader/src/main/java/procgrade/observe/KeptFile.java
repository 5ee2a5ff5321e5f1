package procgrade.observe;

/** A file of {@code /proc} that is held open, see {@link ProcFs#keep}. For one thread at a time. */
@FunctionalInterface
public interface KeptFile extends AutoCloseable {
    /** {@return what the kernel says now} */
    Observed<byte[]> read();

    /** Gives the descriptor back. Never throws. */
    @Override
    default void close() {
        // most have nothing to give back
    }
}
