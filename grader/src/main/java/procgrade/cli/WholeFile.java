package procgrade.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import procgrade.submission.EnvironmentFault;

/** A file that is replaced as a whole or not at all: nobody sees half of a report, and a full disk leaves the old one. */
final class WholeFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private WholeFile() {}

    static void write(Path file, String text) {
        Path unfinished = null;
        try {
            if (isNoFile(file)) {
                Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
                return;
            }
            // what a link leads to is replaced, not the link
            Path absolute = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            unfinished = absolute.resolveSibling(unfinishedName(absolute));
            writeNew(unfinished, text, rights(absolute));
            Files.move(unfinished, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            throw cannotWrite(file, cause);
        } finally {
            remove(unfinished);
        }
    }

    /** A terminal, a pipe or {@code /dev/null}, under whatever name, cannot be replaced, and must not be. */
    private static boolean isNoFile(Path file) {
        boolean ofSystem = file.toAbsolutePath().startsWith("/dev")
                || file.toAbsolutePath().startsWith("/proc");
        return Files.exists(file) && (ofSystem || !Files.isRegularFile(file));
    }

    private static String unfinishedName(Path file) {
        return "." + file.getFileName() + "." + Long.toHexString(new SplittableRandom().nextLong()) + ".new";
    }

    /** Who may read and write a file that will be replaced; empty if there is none. */
    private static Optional<Set<PosixFilePermission>> rights(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.getPosixFilePermissions(file)) : Optional.empty();
    }

    /** With these rights or, for a file that replaces none, those of what the user makes otherwise. */
    private static void writeNew(Path file, String text, Optional<Set<PosixFilePermission>> rights) throws IOException {
        if (rights.isEmpty()) {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            return;
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(file, text, StandardCharsets.UTF_8);
        // some file systems know no rights but one
        if (!Files.getPosixFilePermissions(file).equals(rights.get())) {
            Files.setPosixFilePermissions(file, rights.get());
        }
    }

    private static void remove(Path unfinished) {
        try {
            if (unfinished != null) {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException stays) {
            unfinished.toFile().deleteOnExit();
        }
    }

    /**
     * Makes sure, before the work begins, that a file can be written when it is done.
     *
     * @throws UserFault if it cannot
     */
    static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new UserFault(ExitCode.USAGE, file + " is a folder", "name a file to be written");
        }
        if (isNoFile(file)) {
            if (!Files.isWritable(file)) {
                throw new UserFault(ExitCode.ENVIRONMENT_UNFIT, "cannot write to " + file, "name another file");
            }
            return;
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UserFault(ExitCode.USAGE, "there is no folder " + folder, "make it, or name another file");
        }
        if (!Files.isWritable(folder)) {
            throw new UserFault(
                    ExitCode.ENVIRONMENT_UNFIT, "cannot write to the folder " + folder, "name a file elsewhere");
        }
    }

    static UserFault cannotWrite(Path file, IOException cause) {
        return new UserFault(
                ExitCode.ENVIRONMENT_UNFIT,
                "cannot write " + file + ": " + EnvironmentFault.reason(cause),
                "make room there, or name another place");
    }
}
