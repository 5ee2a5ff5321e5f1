package procgrade.gradebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import procgrade.text.Visible;

/** Which column of a Canvas gradebook is what. */
final class CanvasColumns {
    /** By these Canvas knows students, the surest first. */
    private static final List<String> IDENTITIES = List.of("ID", "SIS User ID", "SIS Login ID", "Integration ID");

    private static final Set<String> ABOUT_STUDENTS = Set.of(
            "Student",
            "LastName",
            "FirstName",
            "ID",
            "SIS User ID",
            "SIS Login ID",
            "Integration ID",
            "Root Account",
            "Section");

    private static final Pattern COMPUTED =
            Pattern.compile(".*\\b(Current|Final|Override) (Score|Points|Grade|Status)\\b.*", Pattern.DOTALL);
    private static final Pattern NUMBERED = Pattern.compile("(.*\\S)\\s*\\(([0-9]+)\\)\\s*", Pattern.DOTALL);

    private final List<String> header;
    private final int assignment;
    private final boolean familyNameFirst;

    private CanvasColumns(List<String> header, int assignment) {
        this.header = header;
        this.assignment = assignment;
        this.familyNameFirst = header.get(0).contains("LastName");
    }

    static CanvasColumns of(String file, List<String> header, String chosen, Gradebook results) {
        if (!isCanvas(header)) {
            throw new GradebookFault(
                    file + " is no Canvas gradebook, its first line does not begin with Student and ID;"
                            + " give the file as Canvas exported it");
        }
        List<Integer> assignments = IntStream.range(0, header.size())
                .filter(column -> isAssignment(header.get(column)))
                .boxed()
                .toList();
        List<Integer> found = chosen.isEmpty() ? byAssignment(header, assignments, results) : new ArrayList<>();
        if (!chosen.isEmpty()) {
            assignments.stream()
                    .filter(column -> isCalled(header.get(column), chosen))
                    .forEach(found::add);
        }
        String wanted = Visible.line(chosen.isEmpty() ? results.title() : chosen);
        if (found.isEmpty()) {
            throw new GradebookFault(file + " has no column '" + wanted + "', it may be of another course; "
                    + (assignments.isEmpty()
                            ? "publish the assignment in Canvas and export again"
                            : "choose one with --column, such as " + quoted(header, assignments.get(0))));
        }
        if (found.size() > 1) {
            throw new GradebookFault(file + " has " + found.size() + " columns '" + wanted
                    + "'; choose one with --column, such as " + quoted(header, found.get(0)));
        }
        return new CanvasColumns(header, found.get(0));
    }

    private static boolean isCanvas(List<String> header) {
        return header.size() > 2
                        && header.get(0).contains("Student")
                        && header.get(1).contains("ID")
                || header.size() > 3
                        && header.get(0).contains("LastName")
                        && header.get(1).contains("FirstName")
                        && header.get(2).contains("ID");
    }

    private static boolean isAssignment(String title) {
        return !title.isBlank()
                && !ABOUT_STUDENTS.contains(title.strip())
                && !COMPUTED.matcher(title).matches();
    }

    private static List<Integer> byAssignment(List<String> header, List<Integer> columns, Gradebook results) {
        List<Integer> titled = columns.stream()
                .filter(column -> isCalled(header.get(column), results.title()))
                .toList();
        return titled.isEmpty()
                ? columns.stream()
                        .filter(column -> isCalled(header.get(column), results.assignment()))
                        .toList()
                : titled;
    }

    /** Whether a column's title is that, with or without the number of the assignment, or the number is. */
    private static boolean isCalled(String title, String name) {
        Matcher numbered = NUMBERED.matcher(title);
        return title.strip().equals(name.strip())
                || numbered.matches()
                        && (numbered.group(1).strip().equals(name.strip())
                                || numbered.group(2).equals(name.strip()));
    }

    private static String quoted(List<String> header, int column) {
        return "'" + Visible.line(header.get(column)) + "'";
    }

    int assignment() {
        return assignment;
    }

    String title() {
        return Visible.line(header.get(assignment));
    }

    String grade(List<String> cells) {
        return cell(cells, assignment);
    }

    String name(List<String> cells) {
        return familyNameFirst
                ? (cell(cells, 1) + " " + cell(cells, 0)).strip()
                : cell(cells, 0).strip();
    }

    List<String> identities(List<String> cells) {
        List<String> identities = new ArrayList<>();
        for (String identity : IDENTITIES) {
            String cell = cell(cells, header.indexOf(identity));
            if (!cell.isBlank()) {
                identities.add(cell);
            }
        }
        return identities;
    }

    private static String cell(List<String> cells, int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }
}
