package procgrade.collect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import procgrade.submission.SubmissionFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads {@code submission_metadata.yml}, which Gradescope writes with the symbols of Ruby, such as {@code :submitters:}.
 * It holds all results and may be large: what is of no use is passed over.
 */
final class GradescopeMetadata {
    static final String FILE = "submission_metadata.yml";

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .loadSettings(
                    LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build())
            .build();

    /**
     * A submission.
     *
     * @param people who handed it in
     * @param at when; the beginning of time if that is not told
     */
    record Submitted(List<Person> people, Instant at) {}

    private GradescopeMetadata() {}

    /** By the names of their folders. */
    static Map<String, Submitted> read(byte[] yaml) {
        Map<String, Submitted> submissions = new LinkedHashMap<>();
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), yaml)) {
            parser.nextToken();
            while (nextField(parser)) {
                String folder = parser.currentName();
                submissions.put(folder, submission(parser));
            }
        } catch (JacksonException cause) {
            throw new SubmissionFault(
                    FILE + " cannot be read at line " + cause.getLocation().getLineNr(),
                    "export the submissions again, or choose the layout folder");
        }
        return submissions;
    }

    /** Whether there is another field in the object that the parser is in; if not, the object is at its end. */
    private static boolean nextField(JsonParser parser) {
        return parser.nextToken() == JsonToken.PROPERTY_NAME;
    }

    private static Submitted submission(JsonParser parser) {
        List<Person> people = new ArrayList<>();
        Instant at = Instant.EPOCH;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Submitted(people, at);
        }
        while (nextField(parser)) {
            String field = symbol(parser);
            JsonToken value = parser.nextToken();
            if (field.equals("submitters") && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    people.add(person(parser));
                }
            } else if (field.equals("created_at") && value.isScalarValue()) {
                at = instant(parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return new Submitted(people, at);
    }

    private static Person person(JsonParser parser) {
        String name = "";
        String sid = "";
        String email = "";
        while (nextField(parser)) {
            String field = symbol(parser);
            JsonToken value = parser.nextToken();
            String text = value.isScalarValue() && value != JsonToken.VALUE_NULL ? parser.getString() : "";
            switch (field) {
                case "name" -> name = Names.clean(text);
                case "sid" -> sid = text.strip();
                case "email" -> email = text.strip();
                default -> parser.skipChildren();
            }
        }
        return new Person(name.isEmpty() ? email : name, sid, email);
    }

    private static String symbol(JsonParser parser) {
        String name = parser.currentName();
        return name.startsWith(":") ? name.substring(1) : name;
    }

    /** As Ruby writes it, {@code 2026-05-01 10:00:00.123456000 Z}, or as others do. */
    private static Instant instant(String text) {
        String iso = text.strip().replaceFirst(" ", "T").replace(" ", "");
        try {
            return OffsetDateTime.parse(iso.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                    .toInstant();
        } catch (DateTimeException unknown) {
            return Instant.EPOCH;
        }
    }
}
