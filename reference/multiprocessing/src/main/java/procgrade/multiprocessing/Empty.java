package procgrade.multiprocessing;

/** A queue held nothing, now or for as long as the caller would wait. */
public final class Empty extends RuntimeException {
    private static final long serialVersionUID = 1;

    Empty(String message) {
        super(message);
    }
}
