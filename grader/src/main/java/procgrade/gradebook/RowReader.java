package procgrade.gradebook;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import procgrade.collect.Person;
import procgrade.judge.Verdict;
import procgrade.text.Visible;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads what {@link RowJson} writes, by the streaming API: a resumed batch reads thousands before it begins. */
final class RowReader {
    private static final JsonFactory FACTORY = new JsonFactory();
    /** A longer time than this is no time of grading, and would not fit into a duration. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(Integer.MAX_VALUE);

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private RowReader() {}

    static Row read(String line) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable("it is no JSON object");
            }
            Row row = row(object(json));
            if (json.nextToken() != null) {
                throw unreadable("something follows the object");
            }
            return row;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(message("column " + column(e) + " is not as JSON should be"), e);
        }
    }

    private static int column(JacksonException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    }

    private static Row row(Map<String, Object> fields) {
        int version = number(fields, "schemaVersion").intValue();
        if (version != RowJson.VERSION) {
            throw unreadable("it has version " + version + ", this procgrade reads version " + RowJson.VERSION);
        }
        return new Row(
                text(fields, "key"),
                objects(fields, "people").stream().map(RowReader::person).toList(),
                flag(fields, "late"),
                one(Row.State.class, fields, "state"),
                text(fields, "program"),
                text(fields, "language"),
                objects(fields, "checks").stream().map(RowReader::mark).toList(),
                text(fields, "problem"),
                whole(fields, "seed"),
                time(fields, "tookSeconds"),
                texts(fields, "notices"));
    }

    private static Person person(Map<String, Object> fields) {
        return new Person(text(fields, "name"), text(fields, "id"), text(fields, "email"));
    }

    private static Mark mark(Map<String, Object> fields) {
        return new Mark(
                text(fields, "id"),
                text(fields, "sentence"),
                one(Verdict.class, fields, "verdict"),
                number(fields, "earned").doubleValue(),
                number(fields, "countable").doubleValue(),
                number(fields, "points").doubleValue(),
                flag(fields, "hidden"),
                text(fields, "rationale"));
    }

    /** The fields up to the end of the object; the parser is at its beginning. */
    private static Map<String, Object> object(JsonParser json) {
        Map<String, Object> fields = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            fields.put(name, value(json));
        }
        return fields;
    }

    /** A string, a number as {@link BigDecimal}, a boolean, a list or a map; {@link JsonToken#VALUE_NULL} for null. */
    private static Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> {
                List<Object> values = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(json));
                }
                yield values;
            }
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            default -> JsonToken.VALUE_NULL;
        };
    }

    private static String text(Map<String, Object> fields, String name) {
        return typed(String.class, fields, name, "a string");
    }

    private static boolean flag(Map<String, Object> fields, String name) {
        return typed(Boolean.class, fields, name, "true or false");
    }

    private static BigDecimal number(Map<String, Object> fields, String name) {
        return typed(BigDecimal.class, fields, name, "a number");
    }

    private static long whole(Map<String, Object> fields, String name) {
        try {
            return number(fields, name).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(message("'" + name + "' is no whole number of 64 bits"), e);
        }
    }

    private static Duration time(Map<String, Object> fields, String name) {
        BigDecimal seconds = number(fields, name);
        if (seconds.signum() < 0 || seconds.compareTo(MOST_SECONDS) > 0) {
            throw unreadable("'" + name + "' is no time of grading");
        }
        return Duration.ofNanos(seconds.multiply(NANOS).longValue());
    }

    private static List<String> texts(Map<String, Object> fields, String name) {
        List<String> texts = new ArrayList<>();
        for (Object value : typed(List.class, fields, name, "an array")) {
            if (!(value instanceof String text)) {
                throw unreadable("'" + name + "' is no array of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    private static List<Map<String, Object>> objects(Map<String, Object> fields, String name) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Object value : typed(List.class, fields, name, "an array")) {
            if (!(value instanceof Map<?, ?> map)) {
                throw unreadable("'" + name + "' is no array of objects");
            }
            Map<String, Object> object = new HashMap<>();
            map.forEach((key, content) -> object.put((String) key, content));
            objects.add(object);
        }
        return objects;
    }

    private static <E extends Enum<E>> E one(Class<E> type, Map<String, Object> fields, String name) {
        String value = text(fields, name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw unreadable("'" + name + "' has the unknown value '" + Visible.line(value) + "'");
    }

    private static <T> T typed(Class<T> type, Map<String, Object> fields, String name, String kind) {
        Object value = fields.get(name);
        if (value == null) {
            throw unreadable("it has no '" + name + "'");
        }
        if (!type.isInstance(value)) {
            throw unreadable("'" + name + "' is not " + kind);
        }
        return type.cast(value);
    }

    private static IllegalArgumentException unreadable(String why) {
        return new IllegalArgumentException(message(why));
    }

    private static String message(String why) {
        return "this is no row of a gradebook: " + why + "; remove the line and grade the submission again";
    }
}
