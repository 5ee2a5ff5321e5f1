package procgrade.build;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import procgrade.submission.EnvironmentFault;
import procgrade.submission.Room;

/** Writes to the folder where programs are built. */
final class WorkFolder {
    private static final String MAKE_ROOM = "make room there, or let TMPDIR name a folder that can be written to";

    private WorkFolder() {}

    /**
     * Makes a folder in which there is nothing of an earlier build.
     *
     * @throws IllegalArgumentException if there may be
     */
    static Path createFreshFolder(Path folder) {
        if (Files.exists(folder)) {
            throw new IllegalArgumentException("something was built here before: " + folder);
        }
        return createFolder(folder);
    }

    static Path createFolder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException cause) {
            throw unwritable(folder, cause);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException cause) {
            throw unwritable(file, cause);
        }
    }

    /**
     * Makes sure that it was not for lack of room that a compiler failed.
     *
     * @throws EnvironmentFault if it may have been
     */
    static void requireRoom(Path folder) {
        if (!Room.isIn(folder)) {
            throw new EnvironmentFault("there is no room left in " + folder, MAKE_ROOM);
        }
    }

    private static EnvironmentFault unwritable(Path file, IOException cause) {
        String reason = cause instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(cause.getMessage());
        return new EnvironmentFault("cannot write " + file + ": " + reason.toLowerCase(Locale.ROOT), MAKE_ROOM);
    }
}
