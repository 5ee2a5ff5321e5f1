package procgrade.collect;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import procgrade.submission.EntryName;
import procgrade.submission.EnvironmentFault;
import procgrade.submission.SubmissionFault;

/** Reads the file of a roster. */
final class RosterReader {
    private static final long MOST_BYTES = 20_000_000;
    private static final Set<String> NOBODY = Set.of("Points Possible", "Student, Test");
    private static final String COLUMNS = "name, first name, last name, id, email or login";

    private final Path csv;
    private final List<String> notices = new ArrayList<>();

    RosterReader(Path csv) {
        this.csv = csv;
    }

    /** What a column says, by the words in its header. */
    private enum Column {
        NAME("name", "full name", "student", "student name", "display name", "vollständiger name"),
        FIRST("first name", "firstname", "first", "given name", "vorname"),
        LAST("last name", "lastname", "last", "surname", "family name", "nachname"),
        ID(
                "id",
                "sid",
                "sis user id",
                "sis id",
                "student id",
                "studentid",
                "user id",
                "identifier",
                "id number",
                "matrikelnummer"),
        EMAIL("email", "e mail", "email address", "e mail address", "mail", "e mail adresse"),
        LOGIN("login", "sis login id", "login id", "username", "user name", "github username", "anmeldename");

        private final Set<String> headers;

        Column(String... headers) {
            this.headers = Set.of(headers);
        }
    }

    Roster read() {
        String text = text();
        List<Roster.Listed> people = new ArrayList<>();
        Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
        int fields = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                if (columns.isEmpty()) {
                    columns.putAll(columns(line.getFields()));
                    fields = line.getFieldCount();
                } else if (!isNobody(line)) {
                    people.add(listed(line, columns, fields));
                }
            }
        } catch (CsvParseException cause) {
            throw fault("is cut off or has a quote too many: " + firstLine(cause.getMessage()), "save it again as CSV");
        } catch (IOException impossible) {
            throw new IllegalStateException("the text is in memory", impossible);
        }
        if (people.isEmpty()) {
            throw fault("has no people in it", "put a header line and a line for each student into it");
        }
        return new Roster(withoutRepetition(people), notices);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    }

    private SubmissionFault fault(String problem, String wayOut) {
        return new SubmissionFault("the roster " + csv + " " + problem, wayOut);
    }

    private String text() {
        byte[] bytes;
        try {
            if (Files.size(csv) > MOST_BYTES) {
                throw fault("has more than " + MOST_BYTES / 1_000_000 + " MB", "name a CSV file of the people only");
            }
            bytes = Files.readAllBytes(csv);
        } catch (IOException cause) {
            throw fault("cannot be read: " + EnvironmentFault.reason(cause), "name a CSV file that you may read");
        }
        String text = decode(bytes);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private String decode(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            notices.add("the roster is not UTF-8 and is read as Latin-1: look whether names are right");
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Of those that programs for tables write the one that the header has most of. */
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(letter -> letter == wanted).count();
    }

    private Map<Column, List<Integer>> columns(List<String> header) {
        Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            String words = header.get(i)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[_\\s-]+", " ")
                    .strip();
            for (Column column : Column.values()) {
                if (column.headers.contains(words)) {
                    columns.computeIfAbsent(column, none -> new ArrayList<>()).add(i);
                }
            }
        }
        if (columns.isEmpty()) {
            throw fault(
                    "names no column in line 1 that tells who people are: "
                            + EntryName.printable(String.join(", ", header)),
                    "call a column " + COLUMNS);
        }
        return columns;
    }

    /** Lines of a Canvas gradebook about assignments, its student for trying things out, and lines of nothing. */
    private static boolean isNobody(CsvRecord line) {
        return line.getFields().stream().allMatch(String::isBlank)
                || NOBODY.contains(line.getField(0).strip())
                || line.getFields().stream().anyMatch(field -> field.strip().equals("Manual Posting"));
    }

    private Roster.Listed listed(CsvRecord line, Map<Column, List<Integer>> columns, int fields) {
        long number = line.getStartingLineNumber();
        if (line.getFieldCount() != fields) {
            throw fault(
                    "has " + line.getFieldCount() + " fields in line " + number + ", but " + fields + " in its header",
                    "put fields with a separator in them into quotes");
        }
        String name = first(line, columns, Column.NAME);
        if (name.isEmpty()) {
            name = Names.clean(first(line, columns, Column.FIRST) + " " + first(line, columns, Column.LAST));
        }
        Set<String> ids = new LinkedHashSet<>();
        for (Column column : List.of(Column.ID, Column.LOGIN)) {
            for (int i : columns.getOrDefault(column, List.of())) {
                ids.add(id(line.getField(i)));
            }
        }
        ids.remove("");
        String email = first(line, columns, Column.EMAIL);
        if (name.isEmpty() && ids.isEmpty() && email.isEmpty()) {
            throw fault("does not say in line " + number + " who that is", "fill in " + COLUMNS);
        }
        String id = ids.isEmpty() ? "" : ids.iterator().next();
        return new Roster.Listed(new Person(name, id, email), ids, (int) number);
    }

    private static String first(CsvRecord line, Map<Column, List<Integer>> columns, Column column) {
        return columns.getOrDefault(column, List.of()).stream()
                .map(i -> Names.clean(line.getField(i)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Moodle puts a word before the number, in the language of the course. */
    static String id(String raw) {
        return raw.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\p{L}[\\p{L}\\p{M}/*:-]* (?=\\d+$)", "");
    }

    private List<Roster.Listed> withoutRepetition(List<Roster.Listed> people) {
        Map<String, Integer> lines = new HashMap<>();
        List<Roster.Listed> once = new ArrayList<>();
        for (Roster.Listed listed : people) {
            Person person = listed.person();
            String whole = person.name() + "\n" + listed.ids() + "\n" + person.email();
            Integer line = lines.putIfAbsent(whole, listed.line());
            boolean told = !listed.ids().isEmpty() || !person.email().isEmpty();
            if (line != null && told) {
                notices.add("the roster has " + EntryName.printable(person.name()) + " twice, in lines " + line
                        + " and " + listed.line());
            } else {
                once.add(listed);
            }
        }
        return once;
    }
}
