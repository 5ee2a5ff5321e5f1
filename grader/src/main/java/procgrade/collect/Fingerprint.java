package procgrade.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** SHA-256 over the paths of files and the SHA-256 of their contents, in whatever order these were read. */
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
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            contents.put(file.getKey(), content(file.getValue()));
        }
        return ofContents(contents);
    }

    /** Of files by their paths, of whose contents there are digests. */
    static String ofContents(SortedMap<String, byte[]> contents) {
        MessageDigest digest = sha256();
        contents.forEach((name, content) -> {
            byte[] path = name.getBytes(StandardCharsets.UTF_8);
            // The length keeps the path apart from what follows.
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(path.length).flip());
            digest.update(path);
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private byte[] content(Path file) throws IOException {
        long bytes = 0;
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(FolderSource.openFile(file), digest)) {
            for (int count = in.read(buffer); count >= 0 && bytes <= mostBytes; count = in.read(buffer)) {
                bytes += count;
            }
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
