package procgrade.gradebook;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import procgrade.collect.Person;
import procgrade.text.Amounts;

/**
 * The results of a class as one table, {@code gradebook.csv}; {@code docs/gradebook.md} describes its columns. Nothing in it
 * is a formula, whatever students are called.
 */
public final class GradebookCsv {
    private static final List<String> BEFORE_CHECKS = List.of(
            "key", "names", "ids", "emails", "late", "state", "earned", "countable", "points", "score", "percent");

    private static final String AFTER_CHECKS = "problem";

    private GradebookCsv() {}

    /**
     * Writes the table: a line for each row, then one for each person who handed nothing in. The rows are read twice.
     *
     * @param gradebook what to write
     * @param out where to, as UTF-8; it is not closed
     * @throws IOException if it cannot be written
     */
    public static void write(Gradebook gradebook, Writer out) throws IOException {
        Set<String> checks = new LinkedHashSet<>();
        gradebook.rows().forEach(row -> row.marks().forEach(mark -> checks.add(mark.check())));
        // closing it would close the writer, which is the caller's
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(Stream.of(BEFORE_CHECKS.stream(), checks.stream().map(Cells::text), Stream.of(AFTER_CHECKS))
                .flatMap(columns -> columns)
                .toList());
        for (Row row : gradebook.rows()) {
            csv.writeRecord(cells(gradebook, row, checks));
        }
        for (Person person : gradebook.missing()) {
            csv.writeRecord(missing(gradebook, person, checks.size()));
        }
        csv.flush();
    }

    private static List<String> cells(Gradebook gradebook, Row row, Set<String> checks) {
        boolean graded = row.state() == Row.State.GRADED;
        List<String> cells = new ArrayList<>();
        cells.add(row.key());
        cells.add(of(row.people(), Person::name));
        cells.add(of(row.people(), Person::id));
        cells.add(of(row.people(), Person::email));
        cells.add(row.late() ? "yes" : "no");
        cells.add(row.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        cells.add(graded ? Amounts.points(row.earned()) : "");
        cells.add(graded ? Amounts.points(row.countable()) : "");
        cells.add(Amounts.points(gradebook.points()));
        cells.add(plain(Score.of(row, gradebook.points())));
        cells.add(plain(Score.percent(row)));
        Map<String, Mark> marks =
                row.marks().stream().collect(Collectors.toMap(Mark::check, mark -> mark, (first, second) -> first));
        checks.forEach(check -> cells.add(points(marks.get(check))));
        cells.add(Cells.text(row.problem()));
        return cells;
    }

    private static List<String> missing(Gradebook gradebook, Person person, int checks) {
        List<String> cells = new ArrayList<>(List.of(
                "", Cells.text(person.name()), Cells.text(person.id()), Cells.text(person.email()), "", "missing"));
        cells.addAll(List.of("", "", Amounts.points(gradebook.points()), "", ""));
        for (int i = 0; i < checks; i++) {
            cells.add("");
        }
        cells.add("");
        return cells;
    }

    private static String of(List<Person> people, Function<Person, String> part) {
        List<String> parts =
                people.stream().map(part).filter(text -> !text.isEmpty()).toList();
        return Cells.texts(parts);
    }

    private static String points(Mark mark) {
        return mark == null || mark.countable() == 0 && mark.points() > 0 ? "" : Amounts.points(mark.earned());
    }

    private static String plain(Optional<BigDecimal> score) {
        return score.map(BigDecimal::toPlainString).orElse("");
    }
}
