package procgrade.run;

/** A program could not be run, and it is not the program's fault. */
public final class RunFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * A fault with its cause.
     *
     * @param message what happened and the way out, in one line, lower case, without a final period
     * @param cause may be null
     */
    public RunFault(String message, Throwable cause) {
        super(message, cause);
    }
}
