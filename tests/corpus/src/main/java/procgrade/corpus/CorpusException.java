package procgrade.corpus;

/** The corpus could not be run; the message says why and what to do. */
final class CorpusException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CorpusException(String message, Throwable cause) {
        super(message, cause);
    }
}
