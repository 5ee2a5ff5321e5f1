package procgrade.run;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.UUID;

/**
 * Removes temporary folders, whatever a program has put there: links are removed and not followed, rights that were taken
 * away are given back, and folders may be nested deeper than the longest path. What cannot be removed stays.
 */
public final class Scratch {
    private final Path folder;
    private final SecureDirectoryStream<Path> top;
    private final String prefix = "." + UUID.randomUUID() + "-";
    private int moved;

    private Scratch(Path folder, SecureDirectoryStream<Path> top) {
        this.folder = folder;
        this.top = top;
    }

    /**
     * Removes a folder and what is in it, when no program can change it any more.
     *
     * @param folder to remove; may be missing, or null for none
     */
    public static void remove(Path folder) {
        if (folder == null || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        giveRights(folder);
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            if (stream instanceof SecureDirectoryStream<Path> top) {
                new Scratch(folder, top).empty();
            }
            Files.delete(folder);
        } catch (IOException stays) {
            folder.toFile().deleteOnExit();
        }
    }

    /**
     * Folders in folders are moved to the top before their own folder is removed: so no path gets long, and few
     * descriptors are open at a time, however deep the folders are nested.
     */
    private void empty() throws IOException {
        boolean progress = true;
        while (progress) {
            progress = false;
            // what is moved while a folder is listed may be missing in that list
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    progress |= removeFromTop(entry.getFileName());
                }
            } catch (DirectoryIteratorException cause) {
                throw cause.getCause();
            }
        }
    }

    private boolean removeFromTop(Path name) {
        try {
            if (!isFolder(top, name)) {
                top.deleteFile(name);
                return true;
            }
            giveRights(folder.resolve(name));
            try (SecureDirectoryStream<Path> inner = top.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                for (Path entry : inner) {
                    removeOrLift(inner, folder.resolve(name), entry.getFileName());
                }
            }
            top.deleteDirectory(name);
            return true;
        } catch (IOException | DirectoryIteratorException stays) {
            return false;
        }
    }

    private void removeOrLift(SecureDirectoryStream<Path> inner, Path path, Path name) throws IOException {
        if (isFolder(inner, name)) {
            // a folder that may not be written to cannot be moved either
            giveRights(path.resolve(name));
            inner.move(name, top, Path.of(prefix + moved));
            moved++;
        } else {
            inner.deleteFile(name);
        }
    }

    private static boolean isFolder(SecureDirectoryStream<Path> in, Path name) throws IOException {
        return in.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }

    private static void giveRights(Path folder) {
        boolean unused = folder.toFile().setReadable(true)
                && folder.toFile().setWritable(true)
                && folder.toFile().setExecutable(true);
    }
}
