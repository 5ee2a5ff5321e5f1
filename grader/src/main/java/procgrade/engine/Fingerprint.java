package procgrade.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names a content: the same for the same, another for anything else. */
public final class Fingerprint {
    private static final int BYTES_SHOWN = 16;

    private final MessageDigest digest;

    /** A name of nothing yet. */
    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /**
     * Adds a text.
     *
     * @param text what to add
     * @return this
     */
    public Fingerprint with(String text) {
        return with(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The length before the bytes, so that no two series of parts look the same. */
    private Fingerprint with(byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        return this;
    }

    /**
     * Adds a file with its name, or all files of a folder.
     *
     * @param file a file or folder, which exists
     * @return this
     * @throws IOException if one cannot be read
     */
    public Fingerprint with(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            return with(file.getFileName().toString()).with(Files.readAllBytes(file));
        }
        try (var below = Files.walk(file)) {
            List<Path> files = below.filter(Files::isRegularFile).sorted().toList();
            for (Path each : files) {
                with(file.relativize(each).toString()).with(Files.readAllBytes(each));
            }
        }
        return this;
    }

    /** {@return the name, 32 hexadecimal digits; may be asked for once} */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES_SHOWN);
    }
}
