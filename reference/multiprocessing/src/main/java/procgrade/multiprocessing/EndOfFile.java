package procgrade.multiprocessing;

/** Nothing is left to receive from a connection and all copies of its other end are closed; Python's {@code EOFError}. */
public final class EndOfFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    EndOfFile(String message) {
        super(message);
    }
}
