package procgrade.multiprocessing;

/** The result of a pool's task did not come in time; Python's {@code multiprocessing.TimeoutError}. */
public final class Timeout extends RuntimeException {
    private static final long serialVersionUID = 1;

    Timeout(String message) {
        super(message);
    }
}
