package procgrade.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Copies a folder. */
final class FolderReader {
    private final Path source;
    private final Staging copy;

    FolderReader(Path source, Staging copy) {
        this.source = source;
        this.copy = copy;
    }

    Submission read() {
        readFolder(source, "", 1);
        Path name = source.getFileName();
        return new Submission(name == null ? "/" : name.toString(), copy.folder(), copy.files(), copy.notices());
    }

    private void readFolder(Path folder, String path, int depth) {
        if (depth > copy.limits().depth()) {
            throw new SubmissionFault(
                    "the submission has more than " + copy.limits().depth() + " folders within each other: " + path,
                    "hand in the folder with the sources only");
        }
        for (Path entry : entries(folder, path)) {
            copy.countEntry();
            String name = path + entry.getFileName();
            if (Leftovers.contain(entry.getFileName().toString()) || entry.equals(copy.folder())) {
                continue;
            }
            if (name.codePoints().anyMatch(Character::isISOControl)) {
                copy.notice(EntryName.printable(name) + " is left out: there are control characters in its name");
            } else {
                copy.checkName(name);
                readEntry(entry, name, depth);
            }
        }
    }

    private List<Path> entries(Path folder, String path) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                entries.add(entry);
                if (entries.size() > copy.limits().files()) {
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException cause) {
            if (path.isEmpty()) {
                throw new SubmissionFault(
                        "cannot read the folder " + folder,
                        "let its owner make it readable, or copy it to a folder of your own");
            }
            copy.notice(path + " is left out: the folder cannot be read");
        }
        Collections.sort(entries);
        return entries;
    }

    private void readEntry(Path entry, String path, int depth) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                if (!isVirtualEnvironment(entry) && !Leftovers.areRecords(entry)) {
                    readFolder(entry, path + "/", depth + 1);
                }
            } else if (attributes.isRegularFile()) {
                readFile(entry, path, attributes.size());
            } else if (attributes.isSymbolicLink()) {
                copy.notice(path + " is left out: links are not followed");
            } else {
                copy.notice(path + " is left out: it is no ordinary file");
            }
        } catch (IOException cause) {
            copy.notice(path + " is left out: it cannot be read");
        }
    }

    /** A folder with Python's libraries, whatever it is called. */
    private static boolean isVirtualEnvironment(Path folder) {
        return Files.exists(folder.resolve("pyvenv.cfg"), LinkOption.NOFOLLOW_LINKS);
    }

    private void readFile(Path file, String path, long size) throws IOException {
        copy.checkSize(path, size);
        // A link or a pipe may have taken its place since: NOFOLLOW_LINKS refuses the first.
        try (var channel = Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                InputStream in = Channels.newInputStream(channel)) {
            copy.add(path, in);
        }
    }
}
