package procgrade.submission;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

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

    /**
     * Why a file could not be read or written, without its name, which messages of Java consist of.
     *
     * @param cause what was thrown
     * @return a few words, lower case
     */
    public static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "it is no folder";
        }
        String reason = cause instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(cause.getMessage());
        return reason.toLowerCase(Locale.ROOT);
    }

    /** {@return what to do about it, in one line} */
    public String wayOut() {
        return wayOut;
    }
}
