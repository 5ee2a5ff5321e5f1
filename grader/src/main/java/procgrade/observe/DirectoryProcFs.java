package procgrade.observe;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** {@link ProcFs} over a folder: {@code /proc} itself, or a copy of parts of it. */
final class DirectoryProcFs implements ProcFs {
    private static final int FIRST_BYTES = 4096;

    // Opened for reading and writing, a named pipe in the file's place does not block (fifo(7)), and its size of 0
    // then keeps us from reading it. Checking the type first would leave a gap for whoever swaps the file.
    private static final Set<OpenOption> NEVER_BLOCKING =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final Path root;
    private final String prefix;

    DirectoryProcFs(Path root) {
        this.root = root;
        this.prefix = root + "/";
    }

    /** By a stream and not by a channel: a channel refuses to read for a thread that was interrupted. */
    @Override
    public Observed<byte[]> read(String path, int limitBytes) {
        Path file = root.resolve(path);
        try (InputStream in = Files.newInputStream(file)) {
            return Observed.of(readUpTo(in, limitBytes));
        } catch (IOException cause) {
            return absent(file, cause);
        }
    }

    /** The slow way says why there is nothing to read. */
    @Override
    public Observed<byte[]> readRecord(String path, int limitBytes) {
        try (FileInputStream in = new FileInputStream(prefix + path)) {
            byte[] buffer = new byte[Math.min(limitBytes, FIRST_BYTES)];
            int length = in.read(buffer);
            return length == buffer.length && length < limitBytes
                    ? read(path, limitBytes)
                    : Observed.of(Arrays.copyOf(buffer, Math.max(0, length)));
        } catch (IOException cause) {
            return read(path, limitBytes);
        }
    }

    private static byte[] readUpTo(InputStream in, int limitBytes) throws IOException {
        byte[] buffer = new byte[Math.min(limitBytes, FIRST_BYTES)];
        int length = 0;
        int count = in.read(buffer, 0, buffer.length);
        while (count > 0) {
            length += count;
            if (length == buffer.length && length < limitBytes) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(limitBytes, 2L * length));
            }
            count = in.read(buffer, length, buffer.length - length);
        }
        return Arrays.copyOf(buffer, length);
    }

    @Override
    public Observed<byte[]> readAt(String path, long offset, int length) {
        Path file = root.resolve(path);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(offset);
            byte[] buffer = new byte[length];
            int total = 0;
            int count = open.read(buffer);
            while (count > 0) {
                total += count;
                count = total < length ? open.read(buffer, total, length - total) : 0;
            }
            return Observed.of(Arrays.copyOf(buffer, total));
        } catch (IOException cause) {
            return absent(file, cause);
        }
    }

    @Override
    public KeptFile keep(String path, int limitBytes) {
        Path file = root.resolve(path);
        try {
            return new OpenProcFile(new RandomAccessFile(file.toFile(), "r"), limitBytes);
        } catch (IOException cause) {
            Observed<byte[]> absent = absent(file, cause);
            return () -> absent;
        }
    }

    @Override
    public Observed<byte[]> readUserFile(String path, int limitBytes) {
        try {
            return readUserFile(root.resolve(path), limitBytes);
        } catch (InvalidPathException notInThisLocale) {
            return Observed.unreadable();
        }
    }

    private static Observed<byte[]> readUserFile(Path file, int limitBytes) {
        try (FileChannel channel = FileChannel.open(file, NEVER_BLOCKING)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(limitBytes, channel.size()));
            while (buffer.hasRemaining() && channel.read(buffer) > 0) {
                // a read may give less than was asked for
            }
            return Observed.of(Arrays.copyOf(buffer.array(), buffer.position()));
        } catch (IOException cause) {
            return absent(file, cause);
        }
    }

    @Override
    public Observed<Link> link(String path) {
        return link(path, text -> true);
    }

    @Override
    public Observed<Link> link(String path, Predicate<String> promises) {
        Path link = root.resolve(path);
        try {
            String target = printable(Files.readSymbolicLink(link));
            if (!promises.test(target)) {
                return Observed.of(Link.ofText(target));
            }
            Map<String, Object> attributes = Files.readAttributes(link, "unix:mode,dev,ino");
            return Observed.of(new Link(
                    target, FileType.ofMode((Integer) attributes.get("mode")), (Long) attributes.get("dev"), (Long)
                            attributes.get("ino")));
        } catch (IOException cause) {
            return absent(link, cause);
        } catch (UnsupportedOperationException noUnixAttributes) {
            return Observed.unreadable();
        }
    }

    /** Java decodes paths by the locale, in the C locale with loss; the path's URI still has the true bytes. */
    private static String printable(Path target) {
        String text = target.toString();
        if (isPlain(text)) {
            return text;
        }
        if (!target.isAbsolute()) {
            return Printable.of(text.getBytes(StandardCharsets.UTF_8));
        }
        String encoded = target.toUri().getRawPath();
        return Printable.of(
                percentDecoded(encoded.endsWith("/") ? encoded.substring(0, encoded.length() - 1) : encoded));
    }

    /** Whether it means the same in every locale, and needs no escapes. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character >= 0x7f || character == '?' || character == '\\') {
                return false;
            }
        }
        return true;
    }

    private static byte[] percentDecoded(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char character = encoded.charAt(i);
            if (character == '%') {
                bytes.write(Integer.parseInt(encoded, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(character);
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public Observed<List<Long>> numbers(String directory, int limit) {
        Path folder = root.resolve(directory);
        List<Long> numbers = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                parseNumber(entry.getFileName().toString(), numbers);
                if (numbers.size() == limit) {
                    break;
                }
            }
        } catch (IOException cause) {
            return absent(folder, cause);
        } catch (DirectoryIteratorException cause) {
            return absent(folder, cause.getCause());
        }
        Collections.sort(numbers);
        return Observed.of(numbers);
    }

    private static void parseNumber(String name, List<Long> numbers) {
        if (name.length() <= 18 && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            numbers.add(Long.parseLong(name));
        }
    }

    /**
     * The text of an IOException depends on the locale, so "no such process" (ESRCH, while a process is ending) is
     * told from "operation not permitted" (EPERM) by whether the folder is still there.
     */
    private static <T> Observed<T> absent(Path path, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return Observed.unreadable();
        }
        boolean gone = cause instanceof NoSuchFileException
                || !Files.exists(path.resolveSibling("."), LinkOption.NOFOLLOW_LINKS);
        return gone ? Observed.gone() : Observed.unreadable();
    }
}
