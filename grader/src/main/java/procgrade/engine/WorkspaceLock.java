package procgrade.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import procgrade.run.Scratch;
import procgrade.run.StrandedRuns;

/**
 * Says that a workspace is in use, for as long as this process lives: the kernel gives the lock back also after {@code
 * kill -9}. So whoever begins later can tell what has been left behind.
 */
final class WorkspaceLock implements AutoCloseable {
    private static final String PREFIX = "in-use-by-";
    private static final String OWN = PREFIX + ProcessHandle.current().pid();

    private final Path file;
    private final FileChannel channel;

    private WorkspaceLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes a workspace.
     *
     * @param workspace a folder that nobody has taken yet
     * @return the lock
     * @throws IOException if there is no room for it
     */
    static WorkspaceLock take(Path workspace) throws IOException {
        Path file = workspace.resolve(OWN);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
            return new WorkspaceLock(file, channel);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /**
     * Removes the workspaces of processes that are gone, and ends what still runs in them. A folder without a lock may be one that somebody wants to keep,
     * and one of another user is none of ours.
     *
     * @param parent where workspaces are
     * @param prefix of their names
     * @param owner whose
     */
    static void removeAbandoned(Path parent, String prefix, UserPrincipal owner) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path folder : folders) {
                if (isAbandoned(folder, owner)) {
                    StrandedRuns.end(folder);
                    Scratch.remove(folder);
                }
            }
        } catch (IOException unreadable) {
            // then what was left behind stays: that is no reason not to grade
            return;
        }
    }

    private static boolean isAbandoned(Path folder, UserPrincipal owner) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, PREFIX + "*")) {
            boolean any = false;
            for (Path lock : locks) {
                // opening and closing a file of our own would give its lock back
                if (lock.getFileName().toString().equals(OWN) || !isFree(lock)) {
                    return false;
                }
                any = true;
            }
            return any && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner);
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isFree(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            FileLock lock = channel.tryLock();
            return lock != null;
        }
    }

    /** Gives the workspace back: nobody removes it any more. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            channel.close();
        } catch (IOException stays) {
            // the process will end, and the lock with it
            return;
        }
    }
}
