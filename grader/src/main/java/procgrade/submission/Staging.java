package procgrade.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The copy of a submission while it is being made, and what it has used of the limits. An imagined copy meets the same
 * limits and notices the same, but writes nothing.
 */
public final class Staging {
    private static final int BUFFER_BYTES = 1 << 14;

    private final Path folder;
    private final SubmissionLimits limits;
    private final boolean written;
    private final List<SubmittedFile> files = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final Map<String, String> byLowerCase = new HashMap<>();
    private final Set<Path> folders = new HashSet<>();
    private final Set<Path> taken = new HashSet<>();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long bytes;
    private int entries;

    private Staging(Path folder, SubmissionLimits limits, boolean written) {
        this.folder = folder;
        this.limits = limits;
        this.written = written;
        folders.add(folder);
    }

    /**
     * Begins a copy.
     *
     * @param folder where to copy to: one that does not exist yet, below one that does
     * @param limits how large the submission may be
     * @return the copy, empty
     * @throws EnvironmentFault if the folder cannot be made
     * @throws IllegalArgumentException if the folder exists
     */
    public static Staging create(Path folder, SubmissionLimits limits) {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("the staging folder exists: " + folder);
        }
        try {
            Files.createDirectory(folder);
        } catch (IOException cause) {
            throw unwritable(folder, cause);
        }
        return new Staging(folder, limits, true);
    }

    /**
     * Begins a copy that is never written.
     *
     * @param folder where it would be
     * @param limits how large the submission may be
     * @return the copy, empty
     */
    public static Staging imagined(Path folder, SubmissionLimits limits) {
        return new Staging(folder, limits, false);
    }

    /** {@return where the copy is} */
    public Path folder() {
        return folder;
    }

    SubmissionLimits limits() {
        return limits;
    }

    List<SubmittedFile> files() {
        return files;
    }

    /** {@return what looks odd in the copy, a line each} */
    public List<String> notices() {
        return notices;
    }

    void notice(String line) {
        notices.add(line);
    }

    /**
     * Counts a file or folder, also one that is left out.
     *
     * @throws SubmissionFault if there are too many
     */
    public void countEntry() {
        entries++;
        if (entries > limits.files()) {
            throw tooMany();
        }
    }

    SubmissionFault tooMany() {
        return new SubmissionFault(
                "the submission has more than " + limits.files() + " files and folders",
                "hand in the folder with the sources only");
    }

    /** Refuses an archive before it is read. */
    void checkTotal(long size) {
        if (size > limits.totalBytes()) {
            throw tooLarge();
        }
    }

    /** Refuses the path of a file or folder that cannot be copied. */
    void checkName(String path) {
        String problem = path.codePoints().anyMatch(Character::isISOControl)
                ? "with control characters in its name"
                : EntryName.tooLong(path).orElse("");
        if (!problem.isEmpty()) {
            throw new SubmissionFault(
                    "the submission has a file or folder " + problem + ": " + EntryName.printable(path),
                    "give it a short name of letters and digits");
        }
    }

    /** Refuses a file before it is read. */
    void checkSize(String path, long size) {
        if (size > limits.fileBytes()) {
            throw new SubmissionFault(
                    path + " has " + Sizes.words(size) + ", more than the " + Sizes.words(limits.fileBytes())
                            + " that a file may have",
                    "hand in the sources only");
        }
        checkTotal(bytes + size);
    }

    private SubmissionFault tooLarge() {
        return new SubmissionFault(
                "the submission has more than " + Sizes.words(limits.totalBytes()), "hand in the sources only");
    }

    /**
     * Copies a file.
     *
     * @param path relative to the submission, without a problem of {@link EntryName}
     * @param in its content, which may turn out longer than was said
     * @throws IOException if the content cannot be read
     * @throws SubmissionFault if there is such a file, or one of the limits is reached
     * @throws EnvironmentFault if the copy cannot be written
     */
    public void add(String path, InputStream in) throws IOException {
        Path target = folder.resolve(path);
        long size = 0;
        try (OutputStream out = create(path, target)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                checkSize(path, size);
                write(out, count);
            }
        } catch (IOException cause) {
            if (written) {
                Files.deleteIfExists(target);
            }
            throw cause;
        }
        bytes += size;
        files.add(new SubmittedFile(path, size));
        String other = byLowerCase.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
        if (other != null) {
            notice(other + " and " + path + " differ in capital letters only; other systems would keep one of them");
        }
    }

    private OutputStream create(String path, Path target) {
        List<Path> around = new ArrayList<>();
        for (Path each = target.getParent(); !folders.contains(each); each = each.getParent()) {
            around.add(each);
        }
        if (folders.contains(target) || !taken.add(target) || around.stream().anyMatch(taken::contains)) {
            throw twice(path);
        }
        folders.addAll(around);
        if (!written) {
            return OutputStream.nullOutputStream();
        }
        try {
            if (!around.isEmpty()) {
                Files.createDirectories(target.getParent());
            }
            return Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException foldingCase) {
            throw twice(path);
        } catch (IOException cause) {
            throw uncreatable(path, cause);
        }
    }

    /** Some file systems refuse names that others take; one that is full refuses all. */
    private RuntimeException uncreatable(String path, IOException cause) {
        return Room.isIn(folder)
                ? new SubmissionFault(
                        "this machine cannot have a file named " + EntryName.printable(path) + ": "
                                + EnvironmentFault.reason(cause),
                        "give it a short name of letters and digits")
                : unwritable(folder.resolve(path), cause);
    }

    private static SubmissionFault twice(String path) {
        return new SubmissionFault(
                "the submission has two files or folders named " + path, "make the archive again, with one of them");
    }

    /** Reading may fail through the submission, writing only through this machine: the two need different words. */
    private void write(OutputStream out, int count) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException cause) {
            throw unwritable(folder, cause);
        }
    }

    private static EnvironmentFault unwritable(Path target, IOException cause) {
        return new EnvironmentFault(
                "cannot write " + target + ": " + EnvironmentFault.reason(cause),
                "make room there, or let TMPDIR name a folder that can be written to");
    }

    /** Removes the copy; what cannot be removed stays, because there is a fault already that is more important. */
    public void delete() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException fault) throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException left) {
            folder.toFile().deleteOnExit();
        }
    }
}
