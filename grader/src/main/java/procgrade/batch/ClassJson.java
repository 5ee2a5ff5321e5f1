package procgrade.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import procgrade.collect.HandIn;
import procgrade.collect.Person;
import procgrade.collect.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Hand-ins, and what else is known of a class, as lines of JSON. */
final class ClassJson {
    /** In ASCII, because a name from an archive need not be text that UTF-8 can write. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ClassJson() {}

    static String write(ClassFacts facts) {
        ObjectNode node = MAPPER.createObjectNode();
        ArrayNode refusals = node.putArray("refusals");
        for (Refusal refusal : facts.refusals()) {
            ObjectNode each = refusals.addObject();
            each.put("key", refusal.key());
            people(each.putArray("people"), refusal.people());
            each.put("entry", refusal.entry());
            each.put("reason", refusal.reason());
            each.put("wayOut", refusal.wayOut());
        }
        people(node.putArray("missing"), facts.missing());
        texts(node.putArray("notices"), facts.notices());
        return MAPPER.writeValueAsString(node);
    }

    static String write(HandIn handIn) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("key", handIn.key());
        people(node.putArray("people"), handIn.people());
        node.put("late", handIn.late());
        node.put("origin", handIn.origin().toString());
        node.put("fingerprint", handIn.fingerprint());
        texts(node.putArray("notices"), handIn.notices());
        return MAPPER.writeValueAsString(node);
    }

    private static void people(ArrayNode array, List<Person> people) {
        for (Person person : people) {
            array.addObject().put("name", person.name()).put("id", person.id()).put("email", person.email());
        }
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    /**
     * Reads facts.
     *
     * @throws IllegalArgumentException if the line is something else
     */
    static ClassFacts facts(String line) {
        JsonNode node = parse(line);
        List<Refusal> refusals = new ArrayList<>();
        for (JsonNode each : node.path("refusals")) {
            refusals.add(new Refusal(
                    text(each, "key"),
                    people(each.path("people")),
                    text(each, "entry"),
                    text(each, "reason"),
                    text(each, "wayOut")));
        }
        return new ClassFacts(refusals, people(node.path("missing")), texts(node.path("notices")));
    }

    /**
     * Reads a hand-in.
     *
     * @throws IllegalArgumentException if the line is something else
     */
    static HandIn handIn(String line) {
        JsonNode node = parse(line);
        return new HandIn(
                text(node, "key"),
                people(node.path("people")),
                node.path("late").asBoolean(false),
                Path.of(text(node, "origin")),
                text(node, "fingerprint"),
                texts(node.path("notices")));
    }

    private static JsonNode parse(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            if (node.isObject()) {
                return node;
            }
            throw new IllegalArgumentException("no object: " + line);
        } catch (JacksonException damaged) {
            throw new IllegalArgumentException("no JSON: " + line, damaged);
        }
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static List<Person> people(JsonNode array) {
        List<Person> people = new ArrayList<>();
        array.forEach(each -> people.add(new Person(text(each, "name"), text(each, "id"), text(each, "email"))));
        return people;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString("")));
        return texts;
    }
}
