package procgrade.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Finds out by trying whether it is this machine that cannot write a file, or the file that asks too much. */
public final class Room {
    private static final int BYTES = 1 << 18;
    /** No file of a submission is called so: hidden ones are left out. */
    private static final String NAME = ".procgrade-room";

    private Room() {}

    /**
     * Whether an ordinary file can be written.
     *
     * @param folder where
     * @return whether a small one with a plain name could be; it is gone again
     */
    public static boolean isIn(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            try {
                Files.write(file, new byte[BYTES], StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } finally {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException full) {
            return false;
        }
    }
}
