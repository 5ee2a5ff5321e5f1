package procgrade.engine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import procgrade.run.RunFault;
import procgrade.submission.EnvironmentFault;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Writes what was recorded as one JSON object that {@link RecordReader} reads again without a difference. Times are in
 * seconds, exact to the nanosecond. All is ASCII, so that even half of a surrogate pair survives. Written by the streaming
 * API: binding would make the start of procgrade half a second longer.
 */
final class RecordWriter {
    /** Version of the formats; goes up when a field disappears or changes its meaning. */
    static final int VERSION = 1;

    private static final int NANO_DIGITS = 9;
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonGenerator json;

    private RecordWriter(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes a file.
     *
     * @param file is replaced if it exists
     * @param kind what it is a record of, a word
     * @param content writes the fields
     * @throws IOException if the file cannot be written
     */
    static void write(Path file, String kind, Consumer<RecordWriter> content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            RecordWriter writer = new RecordWriter(json);
            json.writeStartObject();
            writer.text("kind", kind);
            writer.number("schemaVersion", VERSION);
            content.accept(writer);
            json.writeEndObject();
        } catch (JacksonIOException wrapped) {
            throw wrapped.getCause();
        }
    }

    /**
     * Writes a file that belongs to a run. It makes the folder around it.
     *
     * @throws RunFault if it cannot be written
     */
    static void writeOfRun(Path file, String kind, Consumer<RecordWriter> content) {
        try {
            Files.createDirectories(file.getParent());
            write(file, kind, content);
        } catch (IOException cause) {
            throw cannotWrite(file, cause);
        }
    }

    /** No program is to blame for that, nor is who wrote the rubric. */
    static RunFault cannotWrite(Path file, IOException cause) {
        return new RunFault(
                "cannot write " + file + ": " + EnvironmentFault.reason(cause) + ": make room there", cause);
    }

    void text(String name, String value) {
        json.writeStringProperty(name, value);
    }

    void word(String name, Enum<?> value) {
        json.writeStringProperty(name, value.name());
    }

    void number(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    void flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
    }

    void seconds(String name, Duration value) {
        json.writeName(name);
        json.writeNumber(seconds(value));
    }

    void texts(String name, Collection<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    void numbers(String name, Collection<Long> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeNumber);
        json.writeEndArray();
    }

    void object(String name, Runnable fields) {
        json.writeObjectPropertyStart(name);
        fields.run();
        json.writeEndObject();
    }

    <T> void objects(String name, Collection<T> values, Consumer<T> fields) {
        json.writeArrayPropertyStart(name);
        for (T value : values) {
            json.writeStartObject();
            fields.accept(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Sorted by key, so that the same record gives the same text. */
    <K, V> void map(String name, Map<K, V> entries, Field<V> field) {
        json.writeObjectPropertyStart(name);
        new TreeMap<>(entries).forEach((key, value) -> field.write(key.toString(), value));
        json.writeEndObject();
    }

    /** Null if it is not there. */
    <T> void optional(String name, Optional<T> value, Field<T> field) {
        if (value.isPresent()) {
            field.write(name, value.get());
        } else {
            json.writeNullProperty(name);
        }
    }

    /** One of the methods above. */
    @FunctionalInterface
    interface Field<T> {
        void write(String name, T value);
    }

    /** As a decimal number, because a binary one would not be exact. */
    static String seconds(Duration time) {
        if (time.isNegative()) {
            return "-" + seconds(time.negated());
        }
        if (time.toNanosPart() == 0) {
            return Long.toString(time.toSeconds());
        }
        String nanos = Integer.toString(time.toNanosPart());
        int length = nanos.length();
        while (nanos.charAt(length - 1) == '0') {
            length--;
        }
        return time.toSeconds() + "." + "0".repeat(NANO_DIGITS - nanos.length()) + nanos.substring(0, length);
    }
}
