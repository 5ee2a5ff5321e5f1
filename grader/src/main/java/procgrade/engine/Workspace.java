package procgrade.engine;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import procgrade.submission.EnvironmentFault;

/** A folder for the time of one grading, gone afterwards with all that submissions have put there. */
public final class Workspace implements AutoCloseable {
    private final Path folder;
    private final boolean keep;

    private Workspace(Path folder, boolean keep) {
        this.folder = folder;
        this.keep = keep;
    }

    /**
     * Makes a folder in the system's folder for temporary files; only its owner can enter it.
     *
     * @param keep whether it shall stay when it is closed
     * @return the folder
     * @throws EnvironmentFault if there is no room
     */
    public static Workspace create(boolean keep) {
        try {
            return new Workspace(Files.createTempDirectory("procgrade-").toRealPath(), keep);
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot make a folder in " + System.getProperty("java.io.tmpdir") + ": "
                            + EnvironmentFault.reason(cause),
                    "make room there, or let TMPDIR name another folder");
        }
    }

    /** {@return where it is; absolute} */
    public Path folder() {
        return folder;
    }

    /**
     * Makes a folder in it.
     *
     * @param name relative to the workspace
     * @return the folder, which exists
     * @throws EnvironmentFault if there is no room
     */
    Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot write to " + folder + ": " + EnvironmentFault.reason(cause), "make room there");
        }
    }

    /** Deletes it, unless it shall be kept. */
    @Override
    public void close() {
        if (!keep) {
            delete(folder);
        }
    }

    /**
     * Deletes a folder and what is in it, and never follows a link. What cannot be deleted stays: a submission may have
     * taken its own rights on a folder away, and no grade shall depend on that.
     */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                    boolean unused =
                            inner.toFile().setWritable(true) && inner.toFile().setExecutable(true);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException cause) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path inner, IOException cause) throws IOException {
                    Files.delete(inner);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException leftOver) {
            folder.toFile().deleteOnExit();
        }
    }
}
