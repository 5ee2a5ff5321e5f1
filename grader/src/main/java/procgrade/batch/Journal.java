package procgrade.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a batch has done, one JSON object in each line, which is only ever added to. Each line is on the disk before what
 * it tells about goes on. A last line that the end of the grader or of the power has torn is none.
 */
final class Journal implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final double MILLIS_PER_SECOND = 1e3;

    private final FileChannel channel;
    private final InstantSource clock;
    private final Disk disk;

    /** What may have happened. */
    enum Event {
        /** A grader has begun or gone on; the detail is its folder for temporary files. */
        OPENED,
        /** A hand-in is being graded; the detail is the key of its result. */
        BEGUN,
        /** The result of a hand-in is kept; the detail says whether it was graded. */
        KEPT,
        /** Results are to be made again; the detail says which. */
        AGAIN,
        /** All of them were made again, or it is not wanted any more. */
        AGAIN_ENDED,
        /** The grader has ended in order. */
        CLOSED;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A line.
     *
     * @param at when
     * @param event what happened
     * @param handIn key of the hand-in; empty if it is about none
     * @param detail what it says depends on the event
     * @param took how long it took; zero if that is not known
     */
    record Entry(Instant at, Event event, String handIn, String detail, Duration took) {}

    private Journal(FileChannel channel, InstantSource clock, Disk disk) {
        this.channel = channel;
        this.clock = clock;
        this.disk = disk;
    }

    /**
     * Opens a journal for further lines.
     *
     * @param file is made if it is missing
     * @param clock that tells when something happens
     * @param disk what to do the work with
     * @throws IOException if it cannot be written
     */
    static Journal open(Path file, InstantSource clock, Disk disk) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Journal journal = new Journal(channel, clock, disk);
        try {
            journal.endTornLine();
        } catch (IOException fault) {
            channel.close();
            throw fault;
        }
        return journal;
    }

    /** Else the next line would be a part of it. */
    private void endTornLine() throws IOException {
        long size = channel.size();
        channel.position(size);
        ByteBuffer last = ByteBuffer.allocate(1);
        if (size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n') {
            write("\n");
        }
    }

    /**
     * Adds a line.
     *
     * @throws IOException if the disk does not take it
     */
    synchronized void add(Event event, String handIn, String detail, Duration took) throws IOException {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("at", clock.instant().toString());
        line.put("event", event.word());
        if (!handIn.isEmpty()) {
            line.put("handIn", handIn);
        }
        line.put("detail", detail);
        if (!took.isZero()) {
            line.put("tookSeconds", took.toMillis() / MILLIS_PER_SECOND);
        }
        write(MAPPER.writeValueAsString(line) + "\n");
        disk.forceAdded(channel);
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Reads a journal line by line; what is no line of a journal is passed over.
     *
     * @param file may be missing
     * @param events that are wanted; lines about others are not taken apart
     * @param reader is given each entry
     * @throws IOException if it cannot be read
     */
    static void read(Path file, Set<Event> events, Consumer<Entry> reader) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<String> marks =
                events.stream().map(event -> '"' + event.word() + '"').toList();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (marks.stream().anyMatch(line::contains)) {
                    entry(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                            .filter(entry -> events.contains(entry.event()))
                            .ifPresent(reader);
                }
            }
        }
    }

    private static Optional<Entry> entry(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            return Optional.of(new Entry(
                    Instant.parse(node.path("at").asString("")),
                    Event.valueOf(node.path("event").asString("").toUpperCase(Locale.ROOT)),
                    node.path("handIn").asString(""),
                    node.path("detail").asString(""),
                    Duration.ofMillis(Math.round(node.path("tookSeconds").asDouble(0) * MILLIS_PER_SECOND))));
        } catch (JacksonException | DateTimeException | IllegalArgumentException torn) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
