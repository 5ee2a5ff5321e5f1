package procgrade.endtoend;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the JDK that runs the tests, in which a test may take something away or put something else in its place. */
final class Jdk {
    private Jdk() {}

    /** Copies it to a folder that does not exist yet, without symbolic links, by which Java would find its old home. */
    static Path copiedTo(Path folder) throws IOException {
        Path original = Path.of(System.getProperty("java.home")).toRealPath();
        try (var files = Files.walk(original, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (Files.exists(file)) {
                    link(copy, file.toRealPath());
                }
            }
        }
        return folder;
    }

    /** Some 200 MB need not be written when both are on one disk. */
    private static void link(Path copy, Path file) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (IOException | UnsupportedOperationException otherDisk) {
            Files.copy(file, copy);
        }
    }
}
