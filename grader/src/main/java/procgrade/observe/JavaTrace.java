package procgrade.observe;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads from a trace of procgrade's Java library, {@code docs/trace.md}, which process wrote it and how that says it
 * ended. A program can write anything there; a file that makes no sense tells nothing.
 */
final class JavaTrace {
    private static final String HEAD = "PGTRACE1";
    private static final int RECORD_BYTES = 40;
    private static final int PID = 12;
    private static final int BEGAN = 16;
    private static final int EXIT = 8;
    private static final int START = 6;
    private static final int ITEM = 8;
    private static final int NANOS = 16;

    /** The first process of a program is not told its exit code. */
    private static final int UNTOLD = -1;

    private static final int LOWEST_BYTE = 0xff;

    private JavaTrace() {}

    /**
     * The process that wrote a trace.
     *
     * @param file of one process, perhaps cut off anywhere
     * @return its times count from an unknown moment, the same for all processes; empty if it is no trace
     */
    static Optional<ProcessLog.Entry> read(Path file) {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), 1 << 16))) {
            byte[] bytes = new byte[RECORD_BYTES];
            in.readFully(bytes);
            ByteBuffer record = ByteBuffer.wrap(bytes);
            boolean trace = new String(bytes, 0, HEAD.length(), StandardCharsets.US_ASCII).equals(HEAD)
                    && record.getInt(HEAD.length()) == RECORD_BYTES
                    && record.getInt(PID) > 0;
            return trace ? Optional.of(entry(record.getInt(PID), record.getLong(BEGAN), in)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static ProcessLog.Entry entry(long pid, long began, DataInputStream in) throws IOException {
        long parent = 0;
        Optional<Duration> ended = Optional.empty();
        Optional<ProcessEnd> end = Optional.empty();
        byte[] bytes = new byte[RECORD_BYTES];
        ByteBuffer record = ByteBuffer.wrap(bytes);
        while (next(in, bytes)) {
            long item = record.getLong(ITEM);
            if (record.get(0) == START) {
                parent = Math.max(0, item);
            } else if (record.get(0) == EXIT) {
                ended = Optional.of(Duration.ofNanos(record.getLong(NANOS)));
                end = item == UNTOLD ? Optional.empty() : Optional.of(ProcessEnd.exited((int) item & LOWEST_BYTE));
            }
        }
        return new ProcessLog.Entry(pid, parent, List.of(), 1, Duration.ofNanos(began), ended, end);
    }

    private static boolean next(DataInputStream in, byte[] record) throws IOException {
        try {
            in.readFully(record);
            return true;
        } catch (EOFException over) {
            return false;
        }
    }
}
