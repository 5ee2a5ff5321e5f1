package procgrade.gradebook;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import procgrade.text.Amounts;

/**
 * Fills the gradebook that Canvas exports: the column of one assignment, for those who handed in, out of the points that
 * Canvas has for it. Everything else in the file stays as it is, and so do the cells of whom nothing is known: Canvas would
 * take a blank for a change.
 */
public final class CanvasGradebook {
    private static final String TEST_STUDENT = "Student, Test";
    private static final String EXCUSED = "EX";
    private static final Pattern NO_STUDENT =
            Pattern.compile("\\s*(Muted|Manual Posting.*)?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern READ_ONLY = Pattern.compile("read\\s+only");

    private final Sheet sheet;
    private final Gradebook results;
    private final String chosen;
    private final Decimals decimals = new Decimals();
    private final List<Matching.Line> lines = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private CanvasColumns columns;
    private BigDecimal possible;

    private CanvasGradebook(Sheet sheet, Gradebook results, String chosen) {
        this.sheet = sheet;
        this.results = results;
        this.chosen = chosen;
    }

    /**
     * Writes the gradebook with grades. Nothing is written if it is not one that can be filled.
     *
     * @param downloaded what Canvas exported, UTF-8
     * @param results of the class
     * @param column to be filled: its title, with or without the number in parentheses, or that number; empty for the one
     *     that is called like the assignment
     * @param out where to, as UTF-8; it is not closed
     * @return what became of the grades
     * @throws GradebookFault if the file is no Canvas gradebook, has no such column, more than one or one that is read
     *     only, or if nobody who handed in is in it
     * @throws IOException if it cannot be read or written
     */
    public static Transfer fill(Path downloaded, Gradebook results, String column, Writer out) throws IOException {
        Sheet sheet = Sheet.of(downloaded);
        return new CanvasGradebook(sheet, results, column).fill(out);
    }

    private Transfer fill(Writer out) throws IOException {
        sheet.read(this::take);
        if (lines.isEmpty()) {
            throw new GradebookFault(
                    "there are no students in " + sheet.name() + "; give the gradebook of this course");
        }
        double top = top();
        Map<Integer, Map<Integer, Supplier<String>>> edits = new HashMap<>();
        Transfer transfer = new Matching(results, row -> "")
                .fill(sheet, columns.title(), lines, notices, (line, entry) -> {
                    if (line.cells().get(0).strip().equalsIgnoreCase(EXCUSED)) {
                        return "is excused";
                    }
                    Optional<BigDecimal> score = Score.of(entry.state(), entry.earned(), entry.countable(), top);
                    score.ifPresent(value ->
                            edits.put(line.number(), Map.of(columns.assignment(), () -> decimals.written(value))));
                    return score.isPresent() ? "" : Reasons.withoutScore(entry);
                });
        sheet.write(edits, out);
        return transfer;
    }

    private void take(int number, List<String> cells) {
        if (columns == null) {
            columns = CanvasColumns.of(sheet.name(), cells, chosen, results);
        } else if (!cells.isEmpty() && cells.get(0).contains("Points Possible")) {
            takePoints(cells);
        } else if (!cells.stream().allMatch(cell -> NO_STUDENT.matcher(cell).matches())) {
            takeStudent(number, cells);
        }
    }

    private void takePoints(List<String> cells) {
        cells.forEach(decimals::see);
        String cell = columns.grade(cells);
        if (READ_ONLY.matcher(cell.toLowerCase(Locale.ROOT)).find()) {
            throw new GradebookFault("column '" + columns.title() + "' of " + sheet.name()
                    + " is read only in Canvas; choose another one with --column");
        }
        possible = Decimals.parse(cell).filter(points -> points.signum() > 0).orElse(null);
    }

    private void takeStudent(int number, List<String> cells) {
        String name = columns.name(cells);
        if (!name.equals(TEST_STUDENT)) {
            decimals.see(columns.grade(cells));
            lines.add(new Matching.Line(number, name, columns.identities(cells), List.of(columns.grade(cells))));
        }
    }

    private double top() {
        if (possible != null) {
            return possible.doubleValue();
        }
        notices.add("'" + columns.title() + "' has no points possible in " + sheet.name() + ", the grades are out of "
                + Amounts.points(results.points()));
        return results.points();
    }
}
