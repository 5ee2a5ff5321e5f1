package procgrade.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import procgrade.run.Scratch;
import procgrade.submission.EnvironmentFault;

/**
 * A folder for the time of one grading, gone afterwards with all that submissions have put there. If the grader is killed,
 * the next one removes it.
 */
public final class Workspace implements AutoCloseable {
    private static final String PREFIX = "procgrade-";

    /** Where this process has looked for what others left behind. */
    private static final Set<Path> CLEAN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final boolean keep;
    private final WorkspaceLock lock;

    private Workspace(Path folder, boolean keep, WorkspaceLock lock) {
        this.folder = folder;
        this.keep = keep;
        this.lock = lock;
    }

    /**
     * Makes a folder in the system's folder for temporary files; only its owner can enter it.
     *
     * @param keep whether it shall stay when it is closed
     * @return the folder
     * @throws EnvironmentFault if there is no room
     */
    public static Workspace create(boolean keep) {
        return create(Path.of(System.getProperty("java.io.tmpdir")), keep);
    }

    /**
     * Makes a folder in a folder; only its owner can enter it.
     *
     * @param parent in which folder, which exists
     * @param keep whether it shall stay when it is closed
     * @return the folder
     * @throws EnvironmentFault if there is no room
     */
    public static Workspace create(Path parent, boolean keep) {
        try {
            Path folder = Files.createTempDirectory(parent, PREFIX).toRealPath();
            Workspace workspace = new Workspace(folder, keep, WorkspaceLock.take(folder));
            if (CLEAN.add(folder.getParent())) {
                WorkspaceLock.removeAbandoned(folder.getParent(), PREFIX, Files.getOwner(folder));
            }
            return workspace;
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot make a folder in " + parent + ": " + EnvironmentFault.reason(cause),
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

    /**
     * Deletes a folder that an earlier grader has left behind, whatever submissions have put there. What cannot be
     * deleted stays.
     *
     * @param folder may be missing
     */
    public static void remove(Path folder) {
        Scratch.remove(folder);
    }

    /** Deletes it, unless it shall be kept. What cannot be deleted stays: no grade shall depend on that. */
    @Override
    public void close() {
        lock.close();
        if (!keep) {
            Scratch.remove(folder);
        }
    }
}
