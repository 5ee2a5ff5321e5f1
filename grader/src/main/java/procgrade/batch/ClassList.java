package procgrade.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import procgrade.collect.HandIn;
import procgrade.collect.Person;
import procgrade.collect.Refusal;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hand-ins of a class in a file, one JSON object in each line: a class of ten thousand takes no more memory than one of
 * ten.
 */
final class ClassList implements Iterable<HandIn> {
    /** In ASCII, because a name from an archive need not be text that UTF-8 can write. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Path file;
    private final List<Refusal> refusals;

    private ClassList(Path file, List<Refusal> refusals) {
        this.file = file;
        this.refusals = List.copyOf(refusals);
    }

    /**
     * Writes a class down.
     *
     * @param handIns sorted by key
     * @param refusals sorted by key
     * @param file to write, which is replaced
     * @throws IOException if it cannot be written
     */
    static ClassList write(Iterable<HandIn> handIns, List<Refusal> refusals, Path file) throws IOException {
        try (Writer lines = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (HandIn handIn : handIns) {
                lines.write(MAPPER.writeValueAsString(node(handIn)));
                lines.write('\n');
            }
        }
        return new ClassList(file, refusals);
    }

    /** What could not be collected, sorted by key. */
    List<Refusal> refusals() {
        return refusals;
    }

    /** From the first, reading on as it is asked for more. To be read to the end, which closes the file. */
    @Override
    public Iterator<HandIn> iterator() {
        try {
            return new Lines(Files.newBufferedReader(file, StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static ObjectNode node(HandIn handIn) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("key", handIn.key());
        ArrayNode people = node.putArray("people");
        for (Person person : handIn.people()) {
            people.addObject().put("name", person.name()).put("id", person.id()).put("email", person.email());
        }
        node.put("late", handIn.late());
        node.put("origin", handIn.origin().toString());
        node.put("fingerprint", handIn.fingerprint());
        ArrayNode notices = node.putArray("notices");
        handIn.notices().forEach(notices::add);
        return node;
    }

    private static HandIn handIn(String line) {
        JsonNode node = MAPPER.readTree(line);
        List<Person> people = new ArrayList<>();
        for (JsonNode person : node.get("people")) {
            people.add(new Person(
                    person.get("name").asString(),
                    person.get("id").asString(),
                    person.get("email").asString()));
        }
        List<String> notices = new ArrayList<>();
        node.get("notices").forEach(notice -> notices.add(notice.asString()));
        return new HandIn(
                node.get("key").asString(),
                people,
                node.get("late").asBoolean(),
                Path.of(node.get("origin").asString()),
                node.get("fingerprint").asString(),
                notices);
    }

    /** Line by line. */
    private static final class Lines implements Iterator<HandIn> {
        private final BufferedReader reader;
        private String next;

        Lines(BufferedReader reader) {
            this.reader = reader;
            advance();
        }

        private void advance() {
            try {
                next = reader.readLine();
                if (next == null) {
                    reader.close();
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public HandIn next() {
            if (next == null) {
                throw new NoSuchElementException("the class has no further hand-in");
            }
            HandIn handIn = handIn(next);
            advance();
            return handIn;
        }
    }
}
