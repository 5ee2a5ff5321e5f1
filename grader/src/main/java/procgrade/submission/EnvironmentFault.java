package procgrade.submission;

/**
 * This machine lacks something, such as a compiler or room on a disk. No submission is to blame. Here and not in
 * {@code build}, because reading a submission needs room, too.
 */
public final class EnvironmentFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String wayOut;

    /**
     * A fault.
     *
     * @param message what is missing, in one line, lower case, without a final period
     * @param wayOut what to do about it, likewise
     */
    public EnvironmentFault(String message, String wayOut) {
        super(message);
        this.wayOut = wayOut;
    }

    /** {@return what to do about it, in one line} */
    public String wayOut() {
        return wayOut;
    }
}
