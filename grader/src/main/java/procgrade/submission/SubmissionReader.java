package procgrade.submission;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Copies what a student handed in, so that nothing that is graded can change or point elsewhere. */
public final class SubmissionReader {
    private SubmissionReader() {}

    /**
     * Reads a submission.
     *
     * <p>Only regular files are copied. Links are never followed; they, special files and unreadable files are left out
     * with a notice. What version control, editors, compilers and macOS leave behind is left out without one. In an
     * archive one folder around everything is taken off; a folder is taken as it is, so that the paths in messages are
     * those that its owner sees.
     *
     * @param origin a folder, a source file, or an archive (zip, tar or tar.gz, recognised by its content)
     * @param staging where to copy to: a folder that does not exist yet, below one that does; gone after a fault
     * @param limits how large the submission may be
     * @return the copy
     * @throws SubmissionFault if there is nothing to read, or something that must not be read
     * @throws EnvironmentFault if the copy cannot be written
     * @throws IllegalArgumentException if the staging folder exists
     */
    public static Submission read(Path origin, Path staging, SubmissionLimits limits) {
        Path source = existing(origin);
        Staging copy = Staging.create(staging.toAbsolutePath(), limits);
        try {
            Submission submission = copy(source, copy);
            if (submission.files().isEmpty()) {
                throw empty(source, submission);
            }
            return submission;
        } catch (RuntimeException | Error fault) {
            copy.delete();
            throw fault;
        }
    }

    private static Path existing(Path origin) {
        try {
            // A link to the folder is what the caller named, and not part of the submission.
            return origin.toRealPath();
        } catch (IOException missing) {
            if (Files.exists(origin, LinkOption.NOFOLLOW_LINKS) || missing instanceof AccessDeniedException) {
                throw new SubmissionFault(
                        "cannot read " + origin, "let its owner make it readable, or copy it to a folder of your own");
            }
            throw new SubmissionFault(
                    "there is no file or folder " + origin, "name the folder, file or archive to grade");
        }
    }

    private static Submission copy(Path source, Staging copy) {
        if (Files.isDirectory(source)) {
            return new FolderReader(source, copy).read();
        }
        if (!Files.isRegularFile(source)) {
            throw new SubmissionFault(
                    source + " is neither a file nor a folder", "name the folder, file or archive to grade");
        }
        return new FileReader(source, copy).read();
    }

    private static SubmissionFault empty(Path source, Submission submission) {
        String wayOut = submission.notices().isEmpty()
                ? "hand in the source files of the program"
                : "nothing could be used: " + submission.notices().get(0);
        return new SubmissionFault("there are no files in " + source, wayOut);
    }
}
