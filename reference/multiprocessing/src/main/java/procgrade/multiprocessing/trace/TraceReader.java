package procgrade.multiprocessing.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import procgrade.multiprocessing.trace.TraceFile.Ending;
import procgrade.multiprocessing.trace.TraceFile.Event;
import procgrade.multiprocessing.trace.TraceFile.Kind;

/** One reading of one file. A name precedes the records that use it, so one pass is enough. */
final class TraceReader {
    private final Path file;
    private final InputStream in;
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, byte[]> unfinished = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private int unreadable;

    TraceReader(Path file, InputStream in) {
        this.file = file;
        this.in = in;
        names.put(0, "");
    }

    TraceFile read() throws IOException {
        ByteBuffer head = next();
        requireHead(head);
        for (ByteBuffer record = next(); record != null; record = next()) {
            take(record);
        }
        events.sort(Comparator.comparingLong(Event::nanos));
        return new TraceFile(
                head.getInt(Layout.HEAD_PID),
                Instant.ofEpochMilli(head.getLong(Layout.HEAD_EPOCH_MILLIS)),
                head.getLong(Layout.HEAD_NANOS),
                Ending.ALL[Math.min(head.get(Layout.HEAD_ENDING) & 0xFF, Ending.ALL.length - 1)],
                unreadable,
                events);
    }

    private void requireHead(ByteBuffer head) {
        if (head == null || head.getLong(Layout.HEAD_MAGIC) != Layout.MAGIC) {
            throw new IllegalArgumentException(file + " is not a trace: it does not begin with PGTRACE1; give a file"
                    + " that a program made in the folder " + Trace.VARIABLE);
        }
        int recordBytes = head.getInt(Layout.HEAD_RECORD_BYTES);
        if (recordBytes != Layout.RECORD_BYTES) {
            throw new IllegalArgumentException(
                    file + " is not a trace that can be read: its records have " + recordBytes + " bytes, not "
                            + Layout.RECORD_BYTES + "; use the version of the library that wrote it");
        }
    }

    /** Null at the end of the file, where the last record may be cut. */
    private ByteBuffer next() throws IOException {
        byte[] record = in.readNBytes(Layout.RECORD_BYTES);
        return record.length == Layout.RECORD_BYTES ? ByteBuffer.wrap(record) : null;
    }

    private void take(ByteBuffer record) {
        int kind = record.get(Layout.KIND);
        if (kind == Layout.DEFINE) {
            define(record);
        } else if (kind > 0 && kind <= Kind.ALL.length) {
            events.add(event(record, Kind.ALL[kind - 1]));
        } else if (kind != 0) {
            unreadable++;
        }
    }

    private void define(ByteBuffer record) {
        int length = record.get(Layout.NAME_LENGTH);
        if (length < 0 || length > Layout.NAME_BYTES) {
            unreadable++;
            return;
        }
        int number = record.getInt(Layout.OBJECT);
        byte[] before = record.get(Layout.NAME_PART) == 0 ? new byte[0] : unfinished.getOrDefault(number, new byte[0]);
        byte[] name = java.util.Arrays.copyOf(before, before.length + length);
        record.get(Layout.NAME, name, before.length, length);
        unfinished.put(number, name);
        names.put(number, new String(name, StandardCharsets.UTF_8));
    }

    private Event event(ByteBuffer record, Kind kind) {
        int object = record.getInt(Layout.OBJECT);
        return new Event(
                kind,
                names.computeIfAbsent(object, number -> "object " + number),
                record.getLong(Layout.ITEM),
                record.getLong(Layout.NANOS),
                record.getLong(Layout.CPU_NANOS),
                record.getInt(Layout.THREAD));
    }
}
