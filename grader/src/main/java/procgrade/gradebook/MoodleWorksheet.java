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
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import procgrade.text.Amounts;
import procgrade.text.Visible;

/**
 * Fills the grading worksheet that Moodle exports: grades out of its maximum, and comments, for those who handed in and
 * whose grade can be changed. Everything else in the file stays as it is: Moodle recognises its columns by their titles.
 */
public final class MoodleWorksheet {
    private static final Set<String> NO = Set.of("no", "nein", "non", "n\u00e3o", "nee", "nie", "nej", "nei", "ne");
    private static final Pattern PARTICIPANT = Pattern.compile(".*?([0-9]+)\\s*", Pattern.DOTALL);
    private static final int GRADE = 0;
    private static final int MAXIMUM = 1;
    private static final int CHANGEABLE = 2;
    private static final int COMMENT = 3;

    private final Sheet sheet;
    private final Gradebook results;
    private final MoodleColumns columns;
    private final Decimals decimals = new Decimals();
    /** Comments are put together when they are written: all at once they would be most of what is held. */
    private final Map<Integer, Map<Integer, Supplier<String>>> edits = new HashMap<>();

    private int replaced;

    private MoodleWorksheet(Sheet sheet, Gradebook results, MoodleColumns columns) {
        this.sheet = sheet;
        this.results = results;
        this.columns = columns;
    }

    /**
     * Which columns are to be filled, if that cannot be seen.
     *
     * @param grade title of the column with the grades; empty to recognise it
     * @param comment title of the column with the comments; empty to recognise it
     */
    public record Columns(String grade, String comment) {
        /** Both are recognised, by their titles in several languages or by where they stand. */
        public static final Columns RECOGNISED = new Columns("", "");
    }

    /**
     * Writes the worksheet with grades and comments. Nothing is written if it is not one that can be filled.
     *
     * @param downloaded what Moodle exported, UTF-8
     * @param results of the class
     * @param chosen which columns to fill
     * @param out where to, as UTF-8; it is not closed
     * @return what became of the grades
     * @throws GradebookFault if the file is no grading worksheet, does not have such columns, or grades on a scale, or if
     *     nobody who handed in is in it
     * @throws IOException if it cannot be read or written
     */
    public static Transfer fill(Path downloaded, Gradebook results, Columns chosen, Writer out) throws IOException {
        Sheet sheet = Sheet.of(downloaded);
        MoodleStructure structure = new MoodleStructure();
        sheet.read((number, cells) -> structure.take(cells));
        MoodleColumns columns = MoodleColumns.of(sheet.name(), structure, chosen);
        return new MoodleWorksheet(sheet, results, columns).fill(out);
    }

    private Transfer fill(Writer out) throws IOException {
        List<Matching.Line> lines = new ArrayList<>();
        sheet.read((number, cells) -> {
            if (number > 0 && cells.stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(line(number, cells));
            }
        });
        if (lines.isEmpty()) {
            throw new GradebookFault(
                    "there are no participants in " + sheet.name() + "; give the worksheet of this assignment");
        }
        lines.forEach(line -> {
            decimals.see(line.cells().get(GRADE));
            decimals.see(line.cells().get(MAXIMUM));
        });
        Transfer transfer =
                new Matching(results, Comment::of).fill(sheet, columns.gradeTitle(), lines, List.of(), this::fillLine);
        sheet.write(edits, out);
        return withNotices(transfer);
    }

    private Matching.Line line(int number, List<String> cells) {
        List<String> identities = new ArrayList<>();
        Matcher participant = PARTICIPANT.matcher(MoodleColumns.cell(cells, columns.identifier()));
        if (participant.matches()) {
            identities.add(participant.group(1));
        }
        cells.stream().limit(columns.grade()).filter(cell -> cell.contains("@")).forEach(identities::add);
        return new Matching.Line(
                number,
                MoodleColumns.cell(cells, columns.name()),
                identities,
                List.of(
                        MoodleColumns.cell(cells, columns.grade()),
                        MoodleColumns.cell(cells, columns.maximum()),
                        MoodleColumns.cell(cells, columns.changeable()),
                        MoodleColumns.cell(cells, columns.comment())));
    }

    private String fillLine(Matching.Line line, Matching.Entry entry) {
        List<String> cells = line.cells();
        if (NO.contains(cells.get(CHANGEABLE).strip().toLowerCase(Locale.ROOT))) {
            return "the grade cannot be changed in Moodle";
        }
        Optional<BigDecimal> maximum = Decimals.parse(cells.get(MAXIMUM)).filter(points -> points.signum() > 0);
        if (maximum.isEmpty()) {
            return "the maximum grade '" + Visible.line(cells.get(MAXIMUM)) + "' is no number";
        }
        double top = maximum.get().doubleValue();
        Optional<BigDecimal> score = Score.of(entry.state(), entry.earned(), entry.countable(), top);
        if (score.isEmpty()) {
            return Reasons.withoutScore(entry);
        }
        BigDecimal value = score.get();
        Supplier<String> grade = () -> decimals.written(value);
        if (columns.comment() < 0) {
            edits.put(line.number(), Map.of(columns.grade(), grade));
        } else {
            Supplier<String> comment = () -> Comment.withHeading(entry.feedback(), value, top);
            edits.put(line.number(), Map.of(columns.grade(), grade, columns.comment(), comment));
            String old = cells.get(COMMENT);
            replaced += old.isBlank() || old.equals(comment.get()) ? 0 : 1;
        }
        return "";
    }

    private Transfer withNotices(Transfer transfer) {
        List<String> notices = new ArrayList<>(transfer.notices());
        if (columns.comment() < 0) {
            notices.add("no column for comments was recognised in " + sheet.name() + ", only grades were filled in");
        }
        if (replaced > 0) {
            notices.add(Amounts.counted(replaced, "comment") + " that stood in " + sheet.name()
                    + (replaced == 1 ? " was" : " were") + " replaced");
        }
        return new Transfer(
                transfer.column(),
                transfer.filled(),
                transfer.kept(),
                transfer.strangers(),
                transfer.absent(),
                notices);
    }
}
