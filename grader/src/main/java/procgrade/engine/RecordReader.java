package procgrade.engine;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import procgrade.submission.EnvironmentFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value in a file that {@link RecordWriter} has written. Strict: what is not as it was written is an
 * {@link EvidenceFault} that names file and field. Fields that are not asked for are passed over, so that a later version
 * may add some.
 */
final class RecordReader {
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(Long.MAX_VALUE, 9);
    private static final int NANO_DIGITS = 9;

    /** The texts are as long as they were when they were recorded. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final String field;
    private final JsonNode node;

    private RecordReader(Path file, String field, JsonNode node) {
        this.file = file;
        this.field = field;
        this.node = node;
    }

    /**
     * Opens a file.
     *
     * @param file to read
     * @param kind what it must be a record of
     * @return the object in it
     * @throws EvidenceFault if it cannot be read, or is something else
     */
    static RecordReader open(Path file, String kind) {
        RecordReader whole = new RecordReader(file, "", parse(file));
        if (!whole.node.isObject() || !whole.node.has("kind") || !whole.node.has("schemaVersion")) {
            throw new EvidenceFault(file + ": procgrade has not written this file");
        }
        String found = whole.at("kind").text();
        if (!found.equals(kind)) {
            throw whole.at("kind").fault("expected '" + kind + "', found '" + found + "'");
        }
        long version = whole.at("schemaVersion").number();
        if (version != RecordWriter.VERSION) {
            throw whole.at("schemaVersion")
                    .fault("this procgrade reads version " + RecordWriter.VERSION + ", and this is " + version);
        }
        return whole;
    }

    private static JsonNode parse(Path file) {
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException cause) {
            throw new EvidenceFault(file + ": cannot be read: " + EnvironmentFault.reason(cause));
        } catch (JacksonException damage) {
            String what = damage.getOriginalMessage().lines().findFirst().orElse("no JSON");
            throw new EvidenceFault(file + ": is damaged in line "
                    + Math.max(1, damage.getLocation().getLineNr()) + ", column "
                    + Math.max(1, damage.getLocation().getColumnNr()) + ": " + what);
        }
    }

    EvidenceFault fault(String what) {
        return new EvidenceFault(file + ": " + (field.isEmpty() ? "" : field + ": ") + what);
    }

    private EvidenceFault unexpected(String wanted) {
        String found = switch (node.getNodeType()) {
            case MISSING -> "nothing";
            case NULL -> "null";
            case BOOLEAN -> node.booleanValue() ? "true" : "false";
            case NUMBER -> "the number " + cut(node.numberValue().toString());
            case STRING -> "the text '" + cut(node.stringValue()) + "'";
            case ARRAY -> "an array";
            default -> "an object";
        };
        return fault("expected " + wanted + ", found " + found);
    }

    private static String cut(String text) {
        int most = 40;
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() > most ? line.substring(0, most) + "..." : line;
    }

    /** The value of a field; asking it for something is a fault if there is none. */
    RecordReader at(String name) {
        if (!node.isObject()) {
            throw unexpected("an object");
        }
        return new RecordReader(file, field.isEmpty() ? name : field + "." + name, node.path(name));
    }

    String text() {
        if (!node.isString()) {
            throw unexpected("a text");
        }
        return node.stringValue();
    }

    long number() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw unexpected("a whole number");
        }
        return node.longValue();
    }

    int count() {
        long value = number();
        if (value != (int) value) {
            throw unexpected("a smaller number");
        }
        return (int) value;
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw unexpected("true or false");
        }
        return node.booleanValue();
    }

    Duration seconds() {
        if (!node.isNumber()) {
            throw unexpected("a number of seconds");
        }
        BigDecimal seconds = node.decimalValue();
        boolean exact = seconds.signum() == 0
                || seconds.precision() - seconds.scale() <= MOST_SECONDS.precision() - NANO_DIGITS
                        && seconds.stripTrailingZeros().scale() <= NANO_DIGITS
                        && seconds.abs().compareTo(MOST_SECONDS) <= 0;
        if (!exact) {
            throw unexpected("a number of seconds, exact to the nanosecond");
        }
        return Duration.ofNanos(seconds.movePointRight(NANO_DIGITS).longValueExact());
    }

    Instant instant() {
        try {
            return Instant.parse(text());
        } catch (DateTimeParseException none) {
            throw unexpected("a time such as 2026-01-31T23:59:59Z");
        }
    }

    Path path() {
        return checked(() -> Path.of(text()));
    }

    <E extends Enum<E>> E word(Class<E> type) {
        String text = text();
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> unexpected("one of " + List.of(type.getEnumConstants())));
    }

    <T> Optional<T> optional(Function<RecordReader, T> value) {
        return node.isNull() ? Optional.empty() : Optional.of(value.apply(this));
    }

    /** A field that is left out where there is nothing to say. */
    <T> Optional<T> ifThere(Function<RecordReader, T> value) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(value.apply(this));
    }

    <T> List<T> list(Function<RecordReader, T> element) {
        if (!node.isArray()) {
            throw unexpected("an array");
        }
        List<T> elements = new ArrayList<>(node.size());
        for (JsonNode each : node) {
            elements.add(element.apply(new RecordReader(file, field + "[" + elements.size() + "]", each)));
        }
        return elements;
    }

    List<String> texts() {
        return list(RecordReader::text);
    }

    <T> Map<String, T> map(Function<RecordReader, T> value) {
        if (!node.isObject()) {
            throw unexpected("an object");
        }
        Map<String, T> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String name = field + "." + entry.getKey();
            entries.put(entry.getKey(), value.apply(new RecordReader(file, name, entry.getValue())));
        }
        return entries;
    }

    /** A map with the numbers of processes as its keys. */
    <T> Map<Long, T> byPid(Function<RecordReader, T> value) {
        Map<Long, T> entries = new LinkedHashMap<>();
        map(value).forEach((pid, each) -> entries.put(pid(pid), each));
        return entries;
    }

    private long pid(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            throw fault("expected pids as names, found '" + cut(text) + "'");
        }
    }

    /** Makes a value of fields that may contradict each other. */
    <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException contradiction) {
            throw fault(contradiction.getMessage());
        }
    }
}
