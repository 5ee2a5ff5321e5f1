package procgrade.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import procgrade.submission.EnvironmentFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a repetition has counted so far, one JSON object in each line, which is only ever added to: so that one that takes
 * a night can be interrupted, or killed, and goes on where it was. The first line says in which circumstances.
 */
final class RepetitionRecord implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final String CIRCUMSTANCES = "circumstances";
    private static final String DIFFERENCES = "differences";
    private static final String UNMEASURED = "unmeasured";

    private final Path file;
    private final FileChannel channel;
    private final String circumstances;
    private final List<Line> earlier = new ArrayList<>();

    /**
     * How it went with one reference once.
     *
     * @param reference its name
     * @param round from 1
     * @param differences from full marks; empty if it got them
     * @param unmeasured whether one of its checks could not be measured
     */
    record Line(String reference, int round, List<String> differences, boolean unmeasured) {}

    private RepetitionRecord(Path file, FileChannel channel, String circumstances) {
        this.file = file;
        this.channel = channel;
        this.circumstances = circumstances;
    }

    /**
     * Opens a record to go on with it.
     *
     * @param file is made if it is missing
     * @param circumstances options that change what is counted
     * @return it
     * @throws UserFault if it cannot be read or written, is something else, or was made in other circumstances
     */
    static RepetitionRecord open(Path file, String circumstances) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            RepetitionRecord record = new RepetitionRecord(file, channel, circumstances);
            try {
                record.lock();
                record.read();
                return record;
            } catch (IOException | UserFault fault) {
                channel.close();
                throw fault;
            }
        } catch (IOException fault) {
            throw unwritable(file, fault);
        }
    }

    private void lock() throws IOException {
        if (channel.tryLock() == null) {
            throw new UserFault(
                    ExitCode.USAGE,
                    "another procgrade is writing the record " + file,
                    "wait for it, or give --record another file");
        }
    }

    private void read() throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        // a line that the end of the grader has torn is none, but nobody loses his notes
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (whole.isEmpty() && !text.isEmpty() && !text.startsWith("{")) {
            throw foreign(1);
        }
        List<String> lines = whole.lines().toList();
        if (!lines.isEmpty()) {
            requireCircumstances(parsed(1, lines.get(0)).path(CIRCUMSTANCES));
        }
        for (int i = 1; i < lines.size(); i++) {
            earlier.add(line(i + 1, parsed(i + 1, lines.get(i))));
        }
        long bytes = whole.getBytes(StandardCharsets.UTF_8).length;
        channel.truncate(bytes).position(bytes);
        if (lines.isEmpty()) {
            write(MAPPER.createObjectNode().put(CIRCUMSTANCES, circumstances));
        }
    }

    private void requireCircumstances(JsonNode recorded) {
        if (!recorded.isString()) {
            throw foreign(1);
        }
        if (!recorded.asString().equals(circumstances)) {
            throw new UserFault(
                    ExitCode.USAGE,
                    file + " was recorded with " + recorded.asString() + ", not with " + circumstances,
                    "go on with the same options, or give --record another file");
        }
    }

    private JsonNode parsed(int number, String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException other) {
            throw foreign(number);
        }
    }

    private Line line(int number, JsonNode node) {
        if (!node.path("reference").isString() || !node.path("round").isInt()) {
            throw foreign(number);
        }
        return new Line(
                node.path("reference").asString(),
                node.path("round").asInt(),
                node.path(DIFFERENCES)
                        .valueStream()
                        .map(difference -> difference.asString(""))
                        .toList(),
                node.path(UNMEASURED).asBoolean(false));
    }

    private UserFault foreign(int number) {
        return new UserFault(
                ExitCode.USAGE,
                file + " line " + number + " is none of a record of 'procgrade verify --repeat'",
                "give --record another file");
    }

    /** {@return what was counted before this start} */
    List<Line> earlier() {
        return List.copyOf(earlier);
    }

    /**
     * Adds a line.
     *
     * @throws UserFault if the disk does not take it
     */
    synchronized void add(Line line) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("reference", line.reference());
        node.put("round", line.round());
        if (!line.differences().isEmpty()) {
            line.differences().forEach(node.putArray(DIFFERENCES)::add);
        }
        if (line.unmeasured()) {
            node.put(UNMEASURED, true);
        }
        try {
            write(node);
        } catch (IOException fault) {
            throw unwritable(file, fault);
        }
    }

    private void write(ObjectNode node) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((MAPPER.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static UserFault unwritable(Path file, IOException fault) {
        return new UserFault(
                ExitCode.ENVIRONMENT_UNFIT,
                "cannot write the record " + file + ": " + EnvironmentFault.reason(fault),
                "give --record a file in a folder that you may write to");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException fault) {
            throw unwritable(file, fault);
        }
    }
}
