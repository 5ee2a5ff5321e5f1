package procgrade.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/** SHA-256 over the paths, sizes and contents of files. */
final class Fingerprint {
    private static final int BUFFER_BYTES = 1 << 16;

    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final long mostBytes;

    /**
     * Fingerprints for hand-ins of a limited size.
     *
     * @param mostBytes how much of a file counts: no longer one is ever graded
     */
    Fingerprint(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Of files by their paths; a path may be empty if the name of a file says nothing. */
    String of(SortedMap<String, Path> files) throws IOException {
        MessageDigest digest = sha256();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            byte[] path = file.getKey().getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(path.length).flip());
            digest.update(path);
            long bytes = addContent(digest, file.getValue());
            // The lengths keep 'ab' + 'c' apart from 'a' + 'bc'.
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes).flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private long addContent(MessageDigest digest, Path file) throws IOException {
        long bytes = 0;
        try (InputStream in = FolderSource.openFile(file)) {
            for (int count = in.read(buffer); count >= 0 && bytes <= mostBytes; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                bytes += count;
            }
        }
        return bytes;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
