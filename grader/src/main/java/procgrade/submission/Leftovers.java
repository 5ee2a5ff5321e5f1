package procgrade.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** Names of files and folders that tools leave behind and that nobody means to hand in. */
public final class Leftovers {
    private static final Set<String> NAMES =
            Set.of("__MACOSX", "target", "__pycache__", "node_modules", "Thumbs.db", "desktop.ini");

    /** The file that procgrade puts with its records, and how it begins. */
    private static final String RECORD = "grading.json";

    private static final byte[] BEGINNING = "{\"kind\":\"grading\",".getBytes(StandardCharsets.US_ASCII);

    private Leftovers() {}

    /**
     * Whether a folder has what procgrade recorded of an earlier grading, under whatever name.
     *
     * @param folder of a submission
     * @return whether no submission has it
     */
    static boolean areRecords(Path folder) {
        Path record = folder.resolve(RECORD);
        if (!Files.isRegularFile(record, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(record, LinkOption.NOFOLLOW_LINKS)) {
            return Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Whether a path leads through such a name; hidden ones, such as .git, .idea, .venv and .DS_Store, are.
     *
     * @param path with {@code /} between names
     * @return whether no submission has this file or folder
     */
    public static boolean contain(String path) {
        for (String name : path.split("/", -1)) {
            if (NAMES.contains(name) || name.startsWith(".")) {
                return true;
            }
        }
        return path.endsWith(".class") || path.endsWith(".pyc");
    }
}
