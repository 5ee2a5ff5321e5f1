package procgrade.gradebook;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import procgrade.collect.Person;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * A row as one line of JSON, in the format that {@code docs/gradebook.md} describes field by field and {@code
 * docs/gradebook-row.schema.json} formally. The line is ASCII, other characters are escapes: so it is a line to every
 * program, whatever it takes for a line end, and the same in every encoding. {@link #read} gives back exactly what {@link
 * #write} was given.
 */
public final class RowJson {
    /** Version of the format; it goes up when a field disappears or changes its meaning. */
    public static final int VERSION = 1;

    private static final int NANO_DIGITS = 9;
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private RowJson() {}

    /**
     * Writes a row.
     *
     * @param row what to write
     * @return a JSON object without a line end
     */
    public static String write(Row row) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("schemaVersion", VERSION);
            json.writeStringProperty("key", row.key());
            json.writeArrayPropertyStart("people");
            row.people().forEach(person -> person(json, person));
            json.writeEndArray();
            json.writeBooleanProperty("late", row.late());
            json.writeStringProperty("state", row.state().name());
            json.writeStringProperty("program", row.program());
            json.writeStringProperty("language", row.language());
            json.writeNumberProperty("earned", row.earned());
            json.writeNumberProperty("countable", row.countable());
            json.writeArrayPropertyStart("checks");
            row.marks().forEach(mark -> mark(json, mark));
            json.writeEndArray();
            json.writeStringProperty("problem", row.problem());
            json.writeNumberProperty("seed", row.seed());
            json.writeNumberProperty("tookSeconds", seconds(row.took()));
            strings(json, "notices", row.notices());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void person(JsonGenerator json, Person person) {
        json.writeStartObject();
        json.writeStringProperty("name", person.name());
        json.writeStringProperty("id", person.id());
        json.writeStringProperty("email", person.email());
        json.writeEndObject();
    }

    private static void mark(JsonGenerator json, Mark mark) {
        json.writeStartObject();
        json.writeStringProperty("id", mark.check());
        json.writeStringProperty("sentence", mark.sentence());
        json.writeStringProperty("verdict", mark.verdict().name());
        json.writeNumberProperty("points", mark.points());
        json.writeNumberProperty("earned", mark.earned());
        json.writeNumberProperty("countable", mark.countable());
        json.writeBooleanProperty("hidden", mark.hidden());
        json.writeStringProperty("rationale", mark.rationale());
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static BigDecimal seconds(Duration time) {
        BigDecimal seconds = BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), NANO_DIGITS));
        return seconds.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(seconds.stripTrailingZeros().toPlainString());
    }

    /**
     * Reads a row. Fields that are not known are skipped; {@code earned} and {@code countable} of the whole row are sums,
     * and computed again.
     *
     * @param line what {@link #write} returned
     * @return the row
     * @throws IllegalArgumentException if it is something else, such as the half of a line; the message says what, in one
     *     line
     */
    public static Row read(String line) {
        return RowReader.read(line);
    }
}
