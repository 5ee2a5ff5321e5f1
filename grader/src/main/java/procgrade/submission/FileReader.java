package procgrade.submission;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** Copies a submission that is one file: a source, or an archive, which its first bytes tell. */
final class FileReader {
    private static final int TAR_BLOCK = 512;

    private final Path source;
    private final String name;
    private final Staging copy;

    FileReader(Path source, Staging copy) {
        this.source = source;
        this.name = source.getFileName().toString();
        this.copy = copy;
    }

    Submission read() {
        try {
            return read(firstBlock());
        } catch (IOException cause) {
            throw new SubmissionFault(
                    "cannot read " + source, "let its owner make it readable, or copy it to a folder of your own");
        }
    }

    private byte[] firstBlock() throws IOException {
        try (InputStream in = Files.newInputStream(source)) {
            return in.readNBytes(TAR_BLOCK);
        }
    }

    private Submission read(byte[] block) throws IOException {
        boolean zip = beginsWith(block, 'P', 'K', 3, 4) || beginsWith(block, 'P', 'K', 5, 6);
        boolean gzip = beginsWith(block, 0x1f, 0x8b);
        if (zip || gzip || isTar(block)) {
            copy.checkTotal(Files.size(source));
            var unpacker = new Unpacker(name, copy);
            return unpacker.unpack(zip ? new ZipReader(source) : gzip ? this::readCompressedTar : this::readTar);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".java") && !lower.endsWith(".py")) {
            throw new SubmissionFault(
                    source + " is neither a Java or Python source nor " + kind(block),
                    "hand in the folder, a .java or .py file, or a zip, tar or tar.gz archive");
        }
        copy.checkSize(name, Files.size(source));
        try (InputStream in = Files.newInputStream(source)) {
            copy.add(name, in);
        }
        return new Submission(name, copy.folder(), copy.files(), copy.notices());
    }

    private static String kind(byte[] block) {
        boolean other = beginsWith(block, '7', 'z', 0xbc, 0xaf)
                || beginsWith(block, 'R', 'a', 'r', '!')
                || beginsWith(block, 'B', 'Z', 'h')
                || beginsWith(block, 0xfd, '7', 'z', 'X', 'Z')
                || beginsWith(block, 0x28, 0xb5, 0x2f, 0xfd);
        return other ? "one of the archives that procgrade reads" : "an archive";
    }

    private static boolean beginsWith(byte[] block, int... magic) {
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

    private void readTar(Unpacker unpacker) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(source))) {
            TarReader.read(in, unpacker);
        }
    }

    private void readCompressedTar(Unpacker unpacker) throws IOException {
        try (InputStream file = Files.newInputStream(source);
                InputStream unzipped = new GZIPInputStream(file);
                InputStream in = new BufferedInputStream(unpacker.guarded(unzipped, Files.size(source)))) {
            in.mark(TAR_BLOCK);
            byte[] block = in.readNBytes(TAR_BLOCK);
            in.reset();
            if (!isTar(block)) {
                throw new SubmissionFault(
                        name + " is compressed, but holds no tar archive",
                        "make it with 'tar czf', or hand in the folder");
            }
            TarReader.read(in, unpacker);
        }
    }
}
