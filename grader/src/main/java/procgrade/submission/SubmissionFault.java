package procgrade.submission;

/** A submission that cannot be read at all; whoever handed it in or named it can put that right. */
public final class SubmissionFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String wayOut;

    /**
     * A fault.
     *
     * @param message what happened, in one line, lower case, without a final period
     * @param wayOut what to do about it, likewise
     */
    public SubmissionFault(String message, String wayOut) {
        super(message);
        this.wayOut = wayOut;
    }

    /** {@return what to do about it, in one line} */
    public String wayOut() {
        return wayOut;
    }
}
