package procgrade.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import procgrade.submission.EnvironmentFault;

/** A file that is replaced as a whole or not at all: nobody sees half of a report, and a full disk leaves the old one. */
final class WholeFile {
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
            unfinished = Files.createTempFile(absolute.getParent(), "." + absolute.getFileName(), ".new");
            Files.writeString(unfinished, text, StandardCharsets.UTF_8);
            readableLike(unfinished);
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

    /** Temporary files are for their owner only; a report is as readable as what the user makes otherwise. */
    private static void readableLike(Path file) {
        boolean unused = file.toFile().setReadable(true, false);
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
