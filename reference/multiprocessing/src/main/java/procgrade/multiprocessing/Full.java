package procgrade.multiprocessing;

/** A queue with a maximal size was full, now or for as long as the caller would wait. */
public final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;

    Full(String message) {
        super(message);
    }
}
