package procgrade.multiprocessing;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Nobody is left who could receive what was sent; Python's {@code BrokenPipeError}. */
public final class BrokenPipe extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    BrokenPipe(String message) {
        super(message, cause());
    }

    /** What the operating system said; its trace would only repeat this exception's. */
    private static IOException cause() {
        IOException cause = new IOException("Broken pipe");
        cause.setStackTrace(new StackTraceElement[0]);
        return cause;
    }
}
