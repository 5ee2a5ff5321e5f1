package procgrade.engine;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import procgrade.run.RunFault;
import procgrade.run.Scratch;
import procgrade.submission.EnvironmentFault;

/**
 * The working folder of one run: a copy of the program's, gone after the run with all that was written there. So no run
 * finds what another one has written, also not one that was killed, or that goes on at the same time.
 */
final class RunFolder implements AutoCloseable {
    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies files, never links to them: whoever writes to a hard link writes to the original.
     *
     * @param original the folder of the program, after the build; only its regular files and folders count
     * @param parent a folder, which exists, for the copy
     * @return the copy; its name tells nothing about the run
     * @throws RunFault if there is no room
     */
    static RunFolder copyOf(Path original, Path parent) {
        Path copy = null;
        try {
            copy = Files.createTempDirectory(parent, "");
            Files.walkFileTree(original, new Copying(original, copy));
            return new RunFolder(copy);
        } catch (IOException cause) {
            Scratch.remove(copy);
            throw new RunFault(
                    "cannot copy the program to " + parent + ": " + EnvironmentFault.reason(cause)
                            + ": make room there, or let TMPDIR name another folder",
                    cause);
        }
    }

    /** {@return where the copy is} */
    Path folder() {
        return folder;
    }

    /** Deletes it. What cannot be deleted stays until its parent goes. */
    @Override
    public void close() {
        Scratch.remove(folder);
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path original;
        private final Path copy;

        Copying(Path original, Path copy) {
            this.original = original;
            this.copy = copy;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
            if (!visited.equals(original)) {
                Files.createDirectory(place(visited));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                Files.copy(file, place(file), LinkOption.NOFOLLOW_LINKS);
            }
            return FileVisitResult.CONTINUE;
        }

        private Path place(Path of) {
            return copy.resolve(original.relativize(of));
        }
    }
}
