package procgrade.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What one student handed in: regular files only, copied to a folder of the grader's own.
 *
 * @param name what to call it: the name of the folder, of the file, or of the archive without its ending
 * @param folder where the copies are; absolute
 * @param files the files, sorted by path
 * @param notices what was left out or looks odd, a line each for a reader
 */
public record Submission(String name, Path folder, List<SubmittedFile> files, List<String> notices) {
    private static final int BUFFER_BYTES = 1 << 16;

    /** Copies the lists and sorts the files. */
    public Submission {
        files = files.stream().sorted(Comparator.comparing(SubmittedFile::path)).toList();
        notices = List.copyOf(notices);
    }

    /**
     * The files with an ending.
     *
     * @param ending with its dot
     * @return sorted by path
     */
    public List<SubmittedFile> filesEndingIn(String ending) {
        return files.stream().filter(file -> file.path().endsWith(ending)).toList();
    }

    /**
     * Tells submissions apart by what is in them: SHA-256 over the paths, sizes and contents of all files.
     *
     * @return 64 hexadecimal digits; the same for the same files, wherever and however they were handed in
     * @throws UncheckedIOException if a file can no longer be read
     */
    public String fingerprint() {
        MessageDigest digest = sha256();
        for (SubmittedFile file : files) {
            byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
            // The sizes keep 'ab' + 'c' apart from 'a' + 'bc'.
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(path.length).flip());
            digest.update(path);
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(file.bytes()).flip());
            addContent(digest, folder.resolve(file.path()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static void addContent(MessageDigest digest, Path file) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
