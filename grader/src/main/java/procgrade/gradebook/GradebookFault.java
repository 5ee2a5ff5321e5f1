package procgrade.gradebook;

/** A gradebook that was to be filled is not what it should be. */
public final class GradebookFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * A fault.
     *
     * @param message the file, what is wrong with it, and the way out, in one line
     */
    public GradebookFault(String message) {
        super(message);
    }

    GradebookFault(String message, Throwable cause) {
        super(message, cause);
    }
}
