package procgrade.cli;

/** Something the caller can put right. Shown as {@code error: message} and {@code help: wayOut}, without a trace. */
final class UserFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;
    private final String wayOut;

    UserFault(ExitCode exitCode, String message, String wayOut) {
        super(message);
        this.exitCode = exitCode;
        this.wayOut = wayOut;
    }

    ExitCode exitCode() {
        return exitCode;
    }

    String wayOut() {
        return wayOut;
    }
}
