package procgrade.multiprocessing;

/**
 * A task of a pool has no result, and not because it threw an unchecked exception: those reach whoever asks
 * for the result as they are. The message says which of these happened:
 *
 * <ul>
 *   <li>the task threw a checked exception, which is the cause;
 *   <li>its result or exception cannot be sent, Python's {@code MaybeEncodingError};
 *   <li>the worker process ended while it ran the task, where Python would wait for ever;
 *   <li>the pool was terminated, or its workers cannot start.
 * </ul>
 */
public final class TaskFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    TaskFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
