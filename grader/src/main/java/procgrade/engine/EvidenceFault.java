package procgrade.engine;

/** What was recorded cannot be read, or is not what procgrade writes. The message names file and field, in one line. */
public final class EvidenceFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * A fault.
     *
     * @param message which file, which field, and what is wrong with it; one line, without a final period
     */
    public EvidenceFault(String message) {
        super(message);
    }
}
