package procgrade.collect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** The files of a class as something exported them, to be written as a folder or as an archive; also hostile ones. */
public final class Export {
    private static final int LINK = 0120777;
    private static final int FILE = 0100644;

    private record Item(String name, byte[] content, int mode) {}

    private final List<Item> items = new ArrayList<>();

    /** Adds a file; a name with a final slash is a folder, and any name may come twice. */
    public Export file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file. */
    public Export file(String name, byte[] content) {
        items.add(new Item(name, content.clone(), FILE));
        return this;
    }

    /** Adds a link. */
    public Export link(String name, String target) {
        items.add(new Item(name, target.getBytes(StandardCharsets.UTF_8), LINK));
        return this;
    }

    /** Writes all into a folder, which is made; only files with decent names. */
    public Path folder(Path folder) {
        return writing(() -> {
            Files.createDirectories(folder);
            for (Item item : items) {
                Path file = folder.resolve(item.name());
                Files.createDirectories(item.name().endsWith("/") ? file : file.getParent());
                if (item.mode() == LINK) {
                    Files.createSymbolicLink(file, Path.of(new String(item.content(), StandardCharsets.UTF_8)));
                } else if (!item.name().endsWith("/")) {
                    Files.write(file, item.content());
                }
            }
            return folder;
        });
    }

    /** Writes all into a zip archive. */
    public Path zip(Path file) {
        return writing(() -> Files.write(file, zip()));
    }

    /** {@return all in a zip archive} */
    public byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        return writing(() -> {
            try (var zip = new ZipArchiveOutputStream(bytes)) {
                for (Item item : items) {
                    var entry = new ZipArchiveEntry(item.name());
                    entry.setUnixMode(item.name().endsWith("/") ? 040755 : item.mode());
                    zip.putArchiveEntry(entry);
                    zip.write(item.content());
                    zip.closeArchiveEntry();
                }
            }
            return bytes.toByteArray();
        });
    }

    /** Writes all into a tar archive. */
    public Path tar(Path file) {
        return writing(() -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                tar(out);
            }
            return file;
        });
    }

    /** Writes all into a compressed tar archive. */
    public Path tarGz(Path file) {
        return writing(() -> {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                tar(out);
            }
            return file;
        });
    }

    private void tar(OutputStream out) throws IOException {
        try (var tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Item item : items) {
                boolean link = item.mode() == LINK;
                var entry = link
                        ? new TarArchiveEntry(item.name(), TarConstants.LF_SYMLINK, true)
                        : new TarArchiveEntry(item.name(), true);
                if (link) {
                    entry.setLinkName(new String(item.content(), StandardCharsets.UTF_8));
                } else {
                    entry.setSize(item.content().length);
                }
                tar.putArchiveEntry(entry);
                tar.write(link ? new byte[0] : item.content());
                tar.closeArchiveEntry();
            }
        }
    }

    /** Sets the mark of encryption on an entry of a zip archive, without encrypting it. */
    public static void encrypt(Path zip, String name) {
        patch(zip, name, 6, 8, 1);
    }

    /** Breaks what is in a stored or compressed entry of a zip archive. */
    public static void damage(Path zip, String name) {
        writing(() -> {
            byte[] bytes = Files.readAllBytes(zip);
            byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
            int header = local(bytes, wanted);
            int content =
                    header + 30 + wanted.length + (bytes[header + 28] & 0xff) + ((bytes[header + 29] & 0xff) << 8);
            for (int i = 0; i < 8; i++) {
                bytes[content + i] ^= 0x55;
            }
            return Files.write(zip, bytes);
        });
    }

    private static void patch(Path zip, String name, int localOffset, int directoryOffset, int value) {
        writing(() -> {
            byte[] bytes = Files.readAllBytes(zip);
            byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
            bytes[local(bytes, wanted) + localOffset] |= (byte) value;
            for (int i = 0; i + 46 + wanted.length <= bytes.length; i++) {
                if (header(bytes, i, 1, 2) && matches(bytes, i + 46, wanted)) {
                    bytes[i + directoryOffset] |= (byte) value;
                }
            }
            return Files.write(zip, bytes);
        });
    }

    private static int local(byte[] bytes, byte[] name) {
        for (int i = 0; i + 30 + name.length <= bytes.length; i++) {
            if (header(bytes, i, 3, 4) && matches(bytes, i + 30, name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no such entry");
    }

    private static boolean header(byte[] bytes, int at, int third, int fourth) {
        return bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == third && bytes[at + 3] == fourth;
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private interface Writing<T> {
        T write() throws IOException;
    }

    private static <T> T writing(Writing<T> writing) {
        try {
            return writing.write();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
