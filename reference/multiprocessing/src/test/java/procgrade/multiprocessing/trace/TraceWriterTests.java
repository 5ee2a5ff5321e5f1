package procgrade.multiprocessing.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import procgrade.multiprocessing.trace.TraceFile.Ending;
import procgrade.multiprocessing.trace.TraceFile.Event;
import procgrade.multiprocessing.trace.TraceFile.Kind;

@Timeout(120)
class TraceWriterTests {
    private static final int RECORDS_PER_CHUNK = Layout.CHUNK_BYTES / Layout.RECORD_BYTES;

    @TempDir
    Path folder;

    @Test
    void the_file_begins_with_the_process_and_its_parent() throws IOException {
        long before = System.nanoTime();
        TraceWriter.create(folder.toFile(), 1);

        TraceFile trace = read();

        ProcessHandle me = ProcessHandle.current();
        assertThat(trace.pid()).isEqualTo(me.pid());
        assertThat(trace.beganNanos()).isBetween(before, System.nanoTime());
        assertThat(trace.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(trace.events()).hasSize(1);
        Event start = trace.events().get(0);
        assertThat(start.kind()).isEqualTo(Kind.START);
        assertThat(start.item()).isEqualTo(me.parent().orElseThrow().pid());
        assertThat(start.nanos()).isEqualTo(trace.beganNanos());
    }

    @Test
    void every_kind_comes_back_with_object_item_time_and_thread() throws IOException {
        TraceWriter writer = TraceWriter.create(folder.toFile(), 1);
        int object = writer.define("queue-1");
        long before = System.nanoTime();
        int[] kinds = {
            Trace.ACQUIRE, Trace.RELEASE, Trace.PUT, Trace.GET, Trace.BARRIER, Trace.START, Trace.SPAWN, Trace.EXIT
        };
        for (int kind : kinds) {
            writer.record(kind, object, kind * 1_000_000_000_000L);
        }

        List<Event> events = read().events().subList(1, 1 + kinds.length);

        assertThat(events).extracting(Event::kind).containsExactly(Kind.values());
        assertThat(events).extracting(Event::object).containsOnly("queue-1");
        assertThat(events.get(7).item()).isEqualTo(8_000_000_000_000L);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.nanos()).isBetween(before, System.nanoTime());
            assertThat(event.cpuNanos()).isPositive();
            assertThat(event.thread()).isEqualTo((int) Thread.currentThread().getId());
        });
        assertThat(events).isSortedAccordingTo((a, b) -> Long.compare(a.cpuNanos(), b.cpuNanos()));
    }

    @Test
    void a_record_without_an_object_has_an_empty_name() throws IOException {
        TraceWriter.create(folder.toFile(), 1).record(Trace.EXIT, 0, -9);

        assertThat(read().events().get(1).object()).isEmpty();
        assertThat(read().events().get(1).item()).isEqualTo(-9);
    }

    @Test
    void names_have_numbers_and_any_length() throws IOException {
        TraceWriter writer = TraceWriter.create(folder.toFile(), 1);
        List<String> names = List.of("", "lock-1", "x".repeat(32), "x".repeat(33), "Prozeß ä€😀 ".repeat(20));
        for (String name : names) {
            int number = writer.define(name);
            assertThat(writer.define(name)).isEqualTo(number);
            writer.record(Trace.PUT, number, 0);
        }

        assertThat(read().events().subList(1, 1 + names.size()))
                .extracting(Event::object)
                .isEqualTo(names);
    }

    @Test
    void the_longest_names_are_cut() throws IOException {
        TraceWriter writer = TraceWriter.create(folder.toFile(), 1);

        writer.record(Trace.PUT, writer.define("x".repeat(100_000)), 0);

        assertThat(read().events().get(1).object()).isEqualTo("x".repeat(Layout.MOST_PARTS * Layout.NAME_BYTES));
    }

    @Test
    void item_ids_tell_the_process_and_never_repeat() throws IOException {
        TraceWriter writer = TraceWriter.create(folder.toFile(), 1);

        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ids.add(writer.nextItemId());
        }

        assertThat(ids)
                .hasSize(1000)
                .allSatisfy(id ->
                        assertThat(id >>> 40).isEqualTo(ProcessHandle.current().pid()));
    }

    @Test
    void threads_write_at_once_without_losing_a_record() throws Exception {
        TraceWriter writer = TraceWriter.create(folder.toFile(), 10);
        int each = RECORDS_PER_CHUNK;
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int mark = t;
            threads.add(new Thread(() -> recordMany(writer, mark, each)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        TraceFile trace = read();

        assertThat(trace.unreadable()).isZero();
        assertThat(trace.ending()).isEqualTo(Ending.COMPLETE);
        Set<String> seen = new HashSet<>();
        for (Event event : trace.events().subList(1, trace.events().size())) {
            seen.add(event.object() + " " + event.item());
        }
        assertThat(seen).hasSize(4 * each);
    }

    private static void recordMany(TraceWriter writer, int mark, int count) {
        int object = writer.define("object of thread " + mark);
        for (int i = 0; i < count; i++) {
            writer.record(Trace.PUT, object, i);
        }
    }

    @Test
    void a_full_trace_says_so_and_further_records_do_no_harm() throws IOException {
        TraceWriter writer = TraceWriter.create(folder.toFile(), 2);
        for (int i = 0; i < 3 * RECORDS_PER_CHUNK; i++) {
            writer.record(Trace.PUT, 0, i);
        }
        int late = writer.define("too late");
        writer.record(Trace.PUT, late, 0);

        TraceFile trace = read();

        assertThat(trace.ending()).isEqualTo(Ending.LIMIT);
        assertThat(trace.events()).hasSize(2 * RECORDS_PER_CHUNK - 1);
        assertThat(Files.size(file())).isEqualTo(2L * Layout.CHUNK_BYTES);
    }

    @Test
    void a_missing_folder_is_made() throws IOException {
        folder = folder.resolve("a/b");

        TraceWriter.create(folder.toFile(), 1);

        assertThat(read().events()).hasSize(1);
    }

    @Test
    void a_folder_that_is_a_file_cannot_be_used() throws IOException {
        Path file = Files.createFile(folder.resolve("occupied"));

        assertThatIOException()
                .isThrownBy(() -> TraceWriter.create(file.toFile(), 1))
                .withMessage("it is a file");
        assertThatIOException()
                .isThrownBy(() -> TraceWriter.create(file.resolve("below").toFile(), 1))
                .withMessage("it cannot be made");
    }

    private TraceFile read() throws IOException {
        return TraceFile.read(file());
    }

    private Path file() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("trace-\\d+-\\d+\\.bin"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
