package procgrade.multiprocessing.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.multiprocessing.trace.TraceFile.Ending;
import procgrade.multiprocessing.trace.TraceFile.Event;
import procgrade.multiprocessing.trace.TraceFile.Kind;

class TraceFileTests {
    private static final int RECORD = 40;

    @TempDir
    Path folder;

    @Test
    void the_format_is_the_documented_one() throws IOException {
        ByteBuffer bytes = head();
        bytes.put(32, (byte) 2);
        define(bytes, 1, 3, "pipe-1:first");
        record(bytes, 2, 4, 3, 77, 2_000);
        bytes.putLong(2 * RECORD + 24, 555).putInt(2 * RECORD + 32, 9);

        TraceFile trace = read(bytes, 3 * RECORD);

        assertThat(trace.pid()).isEqualTo(4711);
        assertThat(trace.began()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
        assertThat(trace.beganNanos()).isEqualTo(1_000);
        assertThat(trace.ending()).isEqualTo(Ending.LIMIT);
        assertThat(trace.events()).containsExactly(new Event(Kind.GET, "pipe-1:first", 77, 2_000, 555, 9));
    }

    @Test
    void events_are_sorted_by_time_and_cannot_be_changed() throws IOException {
        ByteBuffer bytes = head();
        record(bytes, 1, 1, 0, 0, 30);
        record(bytes, 2, 2, 0, 0, 10);
        record(bytes, 3, 3, 0, 0, 20);

        TraceFile trace = read(bytes, 4 * RECORD);

        assertThat(trace.events()).extracting(Event::nanos).containsExactly(10L, 20L, 30L);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> trace.events().clear());
    }

    @Test
    void records_without_a_kind_are_skipped() throws IOException {
        ByteBuffer bytes = head();
        record(bytes, 1, 0, 5, 6, 7);
        record(bytes, 3, 3, 0, 0, 20);

        TraceFile trace = read(bytes, 5 * RECORD);

        assertThat(trace.events()).hasSize(1);
        assertThat(trace.unreadable()).isZero();
    }

    @Test
    void records_of_unknown_kinds_and_impossible_names_are_counted() throws IOException {
        ByteBuffer bytes = head();
        record(bytes, 1, 99, 0, 0, 10);
        record(bytes, 2, -1, 0, 0, 10);
        define(bytes, 3, 1, "x");
        bytes.put(3 * RECORD + 1, (byte) 33);
        record(bytes, 4, 3, 1, 0, 20);

        TraceFile trace = read(bytes, 5 * RECORD);

        assertThat(trace.unreadable()).isEqualTo(3);
        assertThat(trace.events()).extracting(Event::object).containsExactly("object 1");
    }

    @Test
    void a_file_cut_anywhere_gives_the_records_before_the_cut() throws IOException {
        ByteBuffer bytes = head();
        record(bytes, 1, 3, 0, 1, 10);
        record(bytes, 2, 3, 0, 2, 20);

        for (int length = RECORD; length < 3 * RECORD; length++) {
            assertThat(read(bytes, length).events()).hasSize(length / RECORD - 1);
        }
    }

    @Test
    void random_bytes_behind_the_head_do_no_harm() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(10_000);
        for (int seed = 0; seed < 50; seed++) {
            new Random(seed).nextBytes(bytes.array());
            bytes.put(0, head().array(), 0, RECORD);

            TraceFile trace = read(bytes, bytes.capacity());

            assertThat(trace.events().size() + trace.unreadable()).isLessThanOrEqualTo(249);
        }
    }

    @Test
    void an_empty_or_short_file_is_no_trace() throws IOException {
        for (int length = 0; length < RECORD; length++) {
            assertNoTrace(head(), length);
        }
    }

    @Test
    void a_file_of_something_else_is_no_trace() throws IOException {
        assertNoTrace(ByteBuffer.wrap("print('hello')\n".repeat(10).getBytes(StandardCharsets.UTF_8)), 100);
        assertNoTrace(ByteBuffer.allocate(1000), 1000);
    }

    private void assertNoTrace(ByteBuffer bytes, int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(bytes, length))
                .withMessage(folder.resolve("trace.bin") + " is not a trace: it does not begin with PGTRACE1; "
                        + "give a file that a program made in the folder PROCGRADE_TRACE");
    }

    @Test
    void a_file_with_other_records_is_refused() {
        ByteBuffer bytes = head().putInt(8, 64);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(bytes, 400))
                .withMessageEndingWith("is not a trace that can be read: its records have 64 bytes, not 40; "
                        + "use the version of the library that wrote it");
    }

    @Test
    void a_missing_file_is_reported_by_name() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> TraceFile.read(folder.resolve("nothing.bin")))
                .withMessageContaining("nothing.bin");
    }

    private TraceFile read(ByteBuffer bytes, int length) throws IOException {
        byte[] content = new byte[length];
        bytes.get(0, content);
        return TraceFile.read(Files.write(folder.resolve("trace.bin"), content));
    }

    private static ByteBuffer head() {
        ByteBuffer bytes = ByteBuffer.allocate(10 * RECORD);
        bytes.put(0, "PGTRACE1".getBytes(StandardCharsets.US_ASCII));
        return bytes.putInt(8, RECORD).putInt(12, 4711).putLong(16, 1_000).putLong(24, 1_700_000_000_000L);
    }

    private static void record(ByteBuffer bytes, int place, int kind, int object, long item, long nanos) {
        int start = place * RECORD;
        bytes.put(start, (byte) kind)
                .putInt(start + 4, object)
                .putLong(start + 8, item)
                .putLong(start + 16, nanos);
    }

    private static void define(ByteBuffer bytes, int place, int object, String name) {
        int start = place * RECORD;
        bytes.put(start, (byte) 9).put(start + 1, (byte) name.length()).putInt(start + 4, object);
        bytes.put(start + 8, name.getBytes(StandardCharsets.US_ASCII));
    }
}
