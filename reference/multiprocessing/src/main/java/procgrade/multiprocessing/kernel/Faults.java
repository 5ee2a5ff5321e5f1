package procgrade.multiprocessing.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Words for what the operating system refused: what was tried, why not, and the way out. */
final class Faults {
    private Faults() {}

    static UncheckedIOException cannot(String action, IOException cause) {
        return new UncheckedIOException("cannot " + action + ": " + reason(cause.getMessage()), cause);
    }

    static UncheckedIOException cannot(String action, String reason) {
        return new UncheckedIOException("cannot " + action + ": " + reason(reason), new IOException(reason));
    }

    private static String reason(String message) {
        String text = message == null ? "unknown reason" : message;
        if (text.contains("Too many open files")) {
            return text + "; close queues and processes that are no longer used, or raise the limit (ulimit -n)";
        }
        if (text.contains("No space left")) {
            return text + "; free some, or name another folder in " + Session.FOLDER_VARIABLE;
        }
        if (text.contains("Permission denied") || text.contains("Read-only file system")) {
            return text + "; name a folder you may write to in " + Session.FOLDER_VARIABLE;
        }
        return text;
    }
}
