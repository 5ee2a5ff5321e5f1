package procgrade.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import procgrade.text.Amounts;

/** What a program wrote, as much of it as a page has room for: the beginning and the end, where crashes are. */
final class RecordedOutput {
    private static final int MOST_BYTES = 1 << 15;
    private static final int FIRST = 24;
    private static final int LAST = 15;

    private RecordedOutput() {}

    /** Lines of a file, of a long one with a line in between that says so; none if it is empty or not there. */
    static List<String> lines(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return List.of();
            }
            long size = Files.size(file);
            if (size <= 2 * MOST_BYTES) {
                List<String> lines = split(Files.readString(file, StandardCharsets.ISO_8859_1));
                int more = lines.size() - FIRST - LAST;
                return more <= 1 ? lines : cut(lines, lines, "(" + Amounts.counted(more, "line") + " left out)");
            }
            List<String> head = split(part(file, 0));
            List<String> tail = split(part(file, size - MOST_BYTES));
            return cut(head, tail, "(most of its " + size + " bytes left out)");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static List<String> cut(List<String> head, List<String> tail, String between) {
        List<String> lines = new ArrayList<>(head.subList(0, Math.min(FIRST, head.size())));
        lines.add(between);
        lines.addAll(tail.subList(Math.max(0, tail.size() - LAST), tail.size()));
        return lines;
    }

    private static String part(Path file, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int read = 0;
            // a read may bring less than was asked for
            while (bytes.hasRemaining() && read >= 0) {
                read = channel.read(bytes, from + bytes.position());
            }
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }

    /** Cut as bytes and decoded line by line: what is no UTF-8 in one line spoils no other. */
    private static List<String> split(String bytes) {
        if (bytes.isEmpty()) {
            return List.of();
        }
        String whole = bytes.endsWith("\n") ? bytes.substring(0, bytes.length() - 1) : bytes;
        return List.of(whole.split("\n", -1)).stream()
                .map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .toList();
    }
}
