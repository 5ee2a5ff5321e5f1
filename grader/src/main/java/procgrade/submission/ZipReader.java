package procgrade.submission;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** Reads a zip archive by its directory, which is what other programs show of it. */
final class ZipReader {
    private static final int FILE_TYPE = 0xf000;
    /** PK, 1, 2: what each entry of the directory begins with. */
    private static final int DIRECTORY_ENTRY = 0x504b0102;

    private static final String DOS = "IBM437";
    /** For others the library needs further libraries, and does not look whether they are there. */
    private static final Set<ZipMethod> METHODS = EnumSet.of(
            ZipMethod.STORED,
            ZipMethod.UNSHRINKING,
            ZipMethod.IMPLODING,
            ZipMethod.DEFLATED,
            ZipMethod.ENHANCED_DEFLATED,
            ZipMethod.BZIP2);

    private final Path source;

    ZipReader(Path source) {
        this.source = source;
    }

    void read(EntryVisitor visitor) throws IOException {
        visitor.expect(countEntries());
        try (ZipFile zip = ZipFile.builder().setPath(source).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                read(zip, entry, visitor);
            }
        }
    }

    /** Before the library makes an object for each of what may be a million entries. */
    private long countEntries() throws IOException {
        long count = 0;
        byte[] buffer = new byte[1 << 14];
        try (InputStream in = Files.newInputStream(source)) {
            int last = 0;
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    last = last << 8 | buffer[i] & 0xff;
                    count += last == DIRECTORY_ENTRY ? 1 : 0;
                }
            }
        }
        return count;
    }

    private void read(ZipFile zip, ZipArchiveEntry entry, EntryVisitor visitor) throws IOException {
        String name = name(entry);
        int type = entry.getUnixMode() & FILE_TYPE;
        if (entry.isDirectory()) {
            visitor.folder(name);
        } else if (entry.isUnixSymlink()) {
            visitor.leaveOut(name, "links are not followed");
        } else if (type != 0 && type != UnixStat.FILE_FLAG) {
            visitor.leaveOut(name, "it is no ordinary file");
        } else {
            visitor.file(name, entry.getSize(), () -> open(zip, entry));
        }
    }

    /** Programs that do not write UTF-8 and say so write what the first one for DOS wrote, or UTF-8 all the same. */
    private static String name(ZipArchiveEntry entry) {
        boolean told = entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME;
        if (told || !Charset.isSupported(DOS)) {
            return entry.getName();
        }
        byte[] raw = entry.getRawName();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(raw, Charset.forName(DOS));
        }
    }

    private InputStream open(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        String shown = EntryName.printable(name(entry));
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw refuse("is encrypted: " + shown, "make it again without a password");
        }
        if (!METHODS.contains(ZipMethod.getMethodByCode(entry.getMethod())) || !zip.canReadEntryData(entry)) {
            throw refuse(
                    "is compressed with method " + entry.getMethod() + ", which cannot be read: " + shown,
                    "make it again with an ordinary zip program, or hand in the folder");
        }
        InputStream content = zip.getInputStream(entry);
        return new Checked(new GuardedStream(content, shown, entry.getCompressedSize(), Long.MAX_VALUE), entry);
    }

    private SubmissionFault refuse(String problem, String wayOut) {
        return new SubmissionFault("the archive " + source.getFileName() + " " + problem, wayOut);
    }

    /** Compares the sum of the content with the archive's; the library does not. */
    private static final class Checked extends FilterInputStream {
        private final CRC32 sum = new CRC32();
        private final ZipArchiveEntry entry;

        Checked(InputStream in, ZipArchiveEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                sum.update(buffer, offset, read);
            } else if (read < 0 && entry.getCrc() >= 0 && sum.getValue() != entry.getCrc()) {
                throw new IOException("wrong sum of " + entry.getName());
            }
            return read;
        }
    }
}
