package procgrade.submission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes archives, also those that no decent program would make. */
final class Archives {
    private Archives() {}

    /** A zip archive with the given entries: names and contents in turn; a name with a final slash is a folder. */
    static Path zip(Path file, String... entries) throws IOException {
        try (var zip = new ZipArchiveOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < entries.length; i += 2) {
                add(zip, new ZipArchiveEntry(entries[i]), entries[i + 1]);
            }
        }
        return file;
    }

    /** A zip archive with an empty file, whose name is encoded without a word about it. */
    static Path zipIn(String encoding, Path file, String name) throws IOException {
        try (var zip = new ZipArchiveOutputStream(Files.newOutputStream(file))) {
            zip.setEncoding(encoding);
            zip.setUseLanguageEncodingFlag(false);
            add(zip, new ZipArchiveEntry(name), "");
        }
        return file;
    }

    /** A zip archive with a file, and an entry of another kind. */
    static Path zipWithMode(Path file, String name, int mode) throws IOException {
        try (var zip = new ZipArchiveOutputStream(Files.newOutputStream(file))) {
            var special = new ZipArchiveEntry(name);
            special.setUnixMode(mode);
            add(zip, special, "/etc/passwd");
            add(zip, new ZipArchiveEntry("PiMw.java"), "class PiMw {}");
        }
        return file;
    }

    private static void add(ZipArchiveOutputStream zip, ZipArchiveEntry entry, String content) throws IOException {
        zip.putArchiveEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }

    /** Overwrites two bytes at an offset from each local header and each directory entry of a zip archive. */
    static Path patchZip(Path file, int localOffset, int directoryOffset, int value) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i + 4 < bytes.length; i++) {
            boolean header = bytes[i] == 'P' && bytes[i + 1] == 'K';
            if (header && bytes[i + 2] == 3 && bytes[i + 3] == 4) {
                bytes[i + localOffset] = (byte) value;
            } else if (header && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + directoryOffset] = (byte) value;
            }
        }
        return Files.write(file, bytes);
    }

    /** A tar archive of files: names and contents in turn. */
    static byte[] tar(String... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (int i = 0; i < entries.length; i += 2) {
                add(tar, new TarArchiveEntry(entries[i], true), entries[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    /** A tar archive with so many extended headers before its only file. */
    static byte[] tarWithHeaders(int count) throws IOException {
        byte[] record = "12 path=abc\n".getBytes(StandardCharsets.UTF_8);
        var header = new TarArchiveEntry("header", (byte) 'x');
        header.setSize(record.length);
        byte[] block = new byte[1024];
        header.writeEntryHeader(block);
        System.arraycopy(record, 0, block, 512, record.length);
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            bytes.write(block);
        }
        bytes.write(tar("PiMw.java", "class PiMw {}"));
        return bytes.toByteArray();
    }

    /** A tar archive with a file, and entries of other kinds, all called as their kind. */
    static byte[] tarWithKinds(byte... kinds) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            add(tar, new TarArchiveEntry("PiMw.java"), "class PiMw {}");
            for (byte kind : kinds) {
                var entry = new TarArchiveEntry("kind" + (char) kind, kind);
                entry.setLinkName("/etc/passwd");
                add(tar, entry, "");
            }
        }
        return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
