package procgrade.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Removes temporary folders, whatever a program has put there. */
final class Scratch {
    private Scratch() {}

    /** What cannot be removed stays; links are removed, not followed. {@code folder} may be null. */
    static void remove(Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Remover());
        } catch (IOException stays) {
            folder.toFile().deleteOnExit();
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException cause) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
