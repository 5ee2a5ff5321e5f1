package procgrade.submission;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** A zip, tar or tar.gz archive, which its first bytes tell. */
public final class ArchiveFile {
    static final int TAR_BLOCK = 512;

    private final Path file;
    private final Format format;

    private ArchiveFile(Path file, Format format) {
        this.file = file;
        this.format = format;
    }

    private enum Format {
        ZIP,
        TAR,
        COMPRESSED_TAR
    }

    /**
     * Looks whether a file is an archive.
     *
     * @param file a regular file
     * @return the archive; empty if it is another file, or an archive of another format
     * @throws IOException if the file cannot be read
     */
    public static Optional<ArchiveFile> of(Path file) throws IOException {
        return of(file, firstBlock(file));
    }

    static byte[] firstBlock(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(TAR_BLOCK);
        }
    }

    static Optional<ArchiveFile> of(Path file, byte[] block) {
        if (beginsWith(block, 'P', 'K', 3, 4) || beginsWith(block, 'P', 'K', 5, 6)) {
            return Optional.of(new ArchiveFile(file, Format.ZIP));
        }
        if (beginsWith(block, 0x1f, 0x8b)) {
            return Optional.of(new ArchiveFile(file, Format.COMPRESSED_TAR));
        }
        return isTar(block) ? Optional.of(new ArchiveFile(file, Format.TAR)) : Optional.empty();
    }

    static boolean beginsWith(byte[] block, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= block.length || (block[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Old archives have no magic word, but all have a sum over their first block. */
    private static boolean isTar(byte[] block) {
        try {
            return block.length == TAR_BLOCK && TarUtils.verifyCheckSum(block);
        } catch (IllegalArgumentException noNumber) {
            return false;
        }
    }

    /**
     * Tells all entries, in the same order each time.
     *
     * @param visitor whom to tell
     * @throws IOException if the archive is damaged; libraries also throw other exceptions then
     * @throws SubmissionFault if a compressed file holds no archive, and whatever the visitor throws
     */
    public void read(EntryVisitor visitor) throws IOException {
        switch (format) {
            case ZIP -> new ZipReader(file).read(visitor);
            case TAR -> readTar(visitor);
            case COMPRESSED_TAR -> readCompressedTar(visitor);
        }
    }

    private void readTar(EntryVisitor visitor) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            TarReader.read(in, visitor);
        }
    }

    private void readCompressedTar(EntryVisitor visitor) throws IOException {
        try (InputStream compressed = Files.newInputStream(file);
                InputStream unzipped = new GZIPInputStream(compressed, 1 << 13);
                InputStream in = new BufferedInputStream(visitor.guard(unzipped, Files.size(file)))) {
            in.mark(TAR_BLOCK);
            byte[] block = in.readNBytes(TAR_BLOCK);
            in.reset();
            if (!isTar(block)) {
                throw new SubmissionFault(
                        file.getFileName() + " is compressed, but holds no tar archive",
                        "make it with 'tar czf', or hand in the folder");
            }
            TarReader.read(in, visitor);
        }
    }
}
