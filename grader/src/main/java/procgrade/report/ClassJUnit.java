package procgrade.report;

import java.io.IOException;
import java.util.Locale;
import procgrade.gradebook.Gradebook;
import procgrade.gradebook.Mark;
import procgrade.gradebook.Row;
import procgrade.text.Amounts;
import procgrade.text.Visible;

/**
 * The results of a class as the XML that build servers read: one suite for each submission, one test case for each check,
 * counted as {@link JUnitXml} counts. What was not graded is a suite with a single case, which failed if the submission was
 * refused, and is an error if the grader failed. For instructors: it has the reasons of hidden checks.
 */
public final class ClassJUnit {
    private ClassJUnit() {}

    /**
     * Writes all rows, one after the other.
     *
     * @param gradebook what to write
     * @param out where to, as UTF-8; it is not closed
     * @throws IOException if it cannot be written
     */
    public static void write(Gradebook gradebook, Appendable out) throws IOException {
        out.append(Xml.HEAD).append("<testsuites").append(Xml.attribute("name", shown(gradebook.assignment())));
        out.append(">\n");
        for (Row row : gradebook.rows()) {
            if (row.state() == Row.State.GRADED) {
                graded(gradebook.assignment(), row, out);
            } else {
                notGraded(gradebook.assignment(), row, out);
            }
        }
        out.append("</testsuites>\n");
    }

    private static void graded(String assignment, Row row, Appendable out) throws IOException {
        begin(assignment, row, row.marks().size(), counts(row), out);
        for (Mark mark : row.marks()) {
            String element = JUnitXml.element(mark.verdict());
            String type = element.equals("skipped") ? "" : mark.verdict().name();
            testCase(assignment, row, mark.sentence(), element, type, mark.rationale(), out);
        }
        out.append("  </testsuite>\n");
    }

    private static void notGraded(String assignment, Row row, Appendable out) throws IOException {
        boolean refused = row.state() == Row.State.REFUSED;
        begin(assignment, row, 1, refused ? new Counts(1, 0, 0) : new Counts(0, 1, 0), out);
        String sentence = refused ? "can be read" : "can be graded";
        testCase(
                assignment,
                row,
                sentence,
                refused ? "failure" : "error",
                row.state().name(),
                row.problem(),
                out);
        out.append("  </testsuite>\n");
    }

    /** What a suite tells of its cases. */
    private record Counts(long failures, long errors, long skipped) {}

    private static Counts counts(Row row) {
        return new Counts(count(row, "failure"), count(row, "error"), count(row, "skipped"));
    }

    private static long count(Row row, String element) {
        return row.marks().stream()
                .filter(mark -> JUnitXml.element(mark.verdict()).equals(element))
                .count();
    }

    private static void begin(String assignment, Row row, int tests, Counts counts, Appendable out) throws IOException {
        out.append("  <testsuite")
                .append(Xml.attribute("name", shown(assignment + " " + row.key() + ": " + row.title())))
                .append(Xml.attribute("tests", Integer.toString(tests)))
                .append(Xml.attribute("failures", Long.toString(counts.failures())))
                .append(Xml.attribute("errors", Long.toString(counts.errors())))
                .append(Xml.attribute("skipped", Long.toString(counts.skipped())))
                .append(Xml.attribute("time", String.format(Locale.ROOT, "%.3f", Amounts.seconds(row.took()))))
                .append(">\n");
    }

    private static void testCase(
            String assignment, Row row, String name, String element, String type, String message, Appendable out)
            throws IOException {
        out.append("    <testcase")
                .append(Xml.attribute("classname", shown(assignment + "." + row.key())))
                .append(Xml.attribute("name", shown(name)));
        if (element.isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append("><").append(element);
        if (!type.isEmpty()) {
            out.append(Xml.attribute("type", type));
        }
        out.append(Xml.attribute("message", shown(message))).append("/></testcase>\n");
    }

    private static String shown(String text) {
        return Visible.escaped(text);
    }
}
