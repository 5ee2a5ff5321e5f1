package procgrade.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.batch.Journal.Entry;
import procgrade.batch.Journal.Event;

class JournalTests {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("journal.jsonl");
    }

    private void add(Event event, String handIn, String detail) throws IOException {
        try (Journal journal = Journal.open(file, InstantSource.fixed(NOON), new Disk())) {
            journal.add(event, handIn, detail, Duration.ofMillis(1500));
        }
    }

    private List<Entry> read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        Journal.read(file, EnumSet.allOf(Event.class), entries::add);
        return entries;
    }

    @Test
    void what_was_added_is_read_in_its_order() throws IOException {
        add(Event.OPENED, "", "/tmp/grüße\n\"x\"");
        add(Event.KEPT, "ada", "GRADED");

        assertThat(read())
                .containsExactly(
                        new Entry(NOON, Event.OPENED, "", "/tmp/grüße\n\"x\"", Duration.ofMillis(1500)),
                        new Entry(NOON, Event.KEPT, "ada", "GRADED", Duration.ofMillis(1500)));
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void only_what_is_asked_for_is_told() throws IOException {
        add(Event.OPENED, "", "/tmp/x");
        add(Event.KEPT, "opened", "GRADED");
        List<Entry> entries = new ArrayList<>();

        Journal.read(file, EnumSet.of(Event.OPENED), entries::add);

        assertThat(entries).extracting(Entry::detail).containsExactly("/tmp/x");
    }

    @Test
    void a_journal_that_is_missing_has_no_lines() throws IOException {
        assertThat(read()).isEmpty();
    }

    @Test
    void wherever_the_last_line_is_torn_the_others_stay_and_more_can_be_added() throws IOException {
        add(Event.BEGUN, "ada", "k");
        long whole = Files.size(file);
        add(Event.KEPT, "ada", "grüße");
        byte[] all = Files.readAllBytes(file);

        for (int size = (int) whole; size < all.length - 1; size++) {
            Files.write(file, Arrays.copyOf(all, size));
            assertThat(read()).as("torn at %d", size).hasSize(1);

            add(Event.CLOSED, "", "");
            assertThat(read())
                    .as("torn at %d, then continued", size)
                    .extracting(Entry::event)
                    .containsExactly(Event.BEGUN, Event.CLOSED);
        }
    }

    @Test
    void bytes_that_are_no_text_are_passed_over() throws IOException {
        add(Event.BEGUN, "ada", "k");
        Files.write(file, new byte[] {0, (byte) 0xff, (byte) 0xfe, '\n'}, StandardOpenOption.APPEND);
        Files.writeString(
                file,
                "{\"at\":\"noon\",\"event\":\"begun\"}\n{\"event\":\"eaten\"}\n[]\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
        add(Event.CLOSED, "", "");

        assertThat(read()).extracting(Entry::event).containsExactly(Event.BEGUN, Event.CLOSED);
    }
}
