package procgrade.rubric;

/** A rubric makes no sense, and it is not the submission's fault. */
public final class RubricFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * A fault.
     *
     * @param message the class and the method, what is wrong with them, and the way out, in one line
     */
    public RubricFault(String message) {
        super(message);
    }
}
