package procgrade.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import procgrade.collect.Person;
import procgrade.gradebook.Gradebook;
import procgrade.gradebook.Row;
import procgrade.text.Amounts;
import procgrade.text.Markup;

/**
 * The page of a whole class, for those who teach: {@code index.html} of a folder in which {@code submissions/<key>.html}
 * are the pages of the single submissions. It asks nobody for anything, so the folder can be opened from a disk or an
 * archive; sorting and filtering need its script, reading does not.
 */
public final class ClassPage {
    private final Gradebook gradebook;
    private final Html html;
    private final ClassFigures figures = new ClassFigures();
    private final Oddities oddities = new Oddities();
    private final Slowest slowest = new Slowest();

    private ClassPage(Gradebook gradebook, Html html) {
        this.gradebook = gradebook;
        this.html = html;
    }

    /**
     * Writes the page. The rows are iterated twice and not kept, so that the class may have any size.
     *
     * @param gradebook the results of the class
     * @param out where the page goes, to be stored as UTF-8
     * @throws IOException if it cannot be written, or the rows not be read
     */
    public static void write(Gradebook gradebook, Appendable out) throws IOException {
        ClassPage page = new ClassPage(gradebook, new Html(out));
        try {
            page.count();
            page.write();
        } catch (UncheckedIOException cause) {
            throw cause.getCause();
        }
    }

    private void count() {
        for (Row row : gradebook.rows()) {
            figures.take(row);
            oddities.add(row);
            slowest.add(row);
        }
    }

    private void write() {
        String title = gradebook.title().isEmpty() ? gradebook.assignment() : gradebook.title();
        PageFrame frame = PageFrame.open(html, gradebook.assignment() + ": class", "class.js");
        html.raw("<h1>", Markup.line(title), "</h1>\n");
        html.element("p class=\"sum\"", sum()).raw("\n");
        gradebook.notices().forEach(notice -> html.paragraph("p", "note: " + notice));
        html.raw("<nav aria-label=\"parts of this page\"><a href=\"#points\">Points</a><a href=\"#checks\">Checks</a>");
        html.raw("<a href=\"#submissions\">Submissions</a><a href=\"#odd\">Strangest and slowest</a>");
        html.raw(gradebook.missing().isEmpty() ? "" : "<a href=\"#missing\">Missing</a>");
        html.raw("<a href=\"#environment\">Environment</a></nav>\n");
        html.raw("<h2 id=\"points\">Points</h2>\n");
        Histogram.write(html, figures);
        html.raw("<h2 id=\"checks\">Checks</h2>\n");
        CheckTable.write(html, figures);
        html.raw("<h2 id=\"submissions\">Submissions</h2>\n");
        new SubmissionTable(html, figures).write(gradebook.rows());
        html.raw("<h2 id=\"odd\">Strangest and slowest</h2>\n");
        OddTables.write(html, oddities, slowest);
        missing();
        environment();
        frame.close();
    }

    /** The counts in a line: {@code 200 submissions: 190 graded, 6 refused, 15 late}. */
    private String sum() {
        return Amounts.counted(figures.submissions(), "submission") + ": " + figures.count(Row.State.GRADED) + " graded"
                + part(figures.count(Row.State.REFUSED), " refused")
                + part(figures.count(Row.State.GRADER_ERROR), " not graded because the grader failed")
                + part(figures.late(), " late");
    }

    private static String part(int count, String word) {
        return count == 0 ? "" : ", " + count + word;
    }

    private void missing() {
        if (gradebook.missing().isEmpty()) {
            return;
        }
        html.raw("<h2 id=\"missing\">Missing</h2>\n<p>");
        html.raw(Amounts.counted(gradebook.missing().size(), "student"))
                .raw(" handed nothing in.</p>\n<ul class=\"people\">\n");
        for (Person person : gradebook.missing()) {
            html.raw("<li>", Html.names(List.of(person), ""));
            html.raw(person.id().isEmpty() ? "" : " <span class=\"faint\">" + Markup.line(person.id()) + "</span>");
            html.raw("</li>\n");
        }
        html.raw("</ul>\n");
    }

    private void environment() {
        html.raw("<h2 id=\"environment\">Environment</h2>\n<table class=\"facts\">\n");
        HtmlReport.fact(html, "assignment", gradebook.assignment());
        HtmlReport.fact(html, "points", Amounts.points(gradebook.points()));
        new TreeMap<>(gradebook.environment()).forEach((name, value) -> HtmlReport.fact(html, name, value));
        html.raw("</table>\n");
    }
}
