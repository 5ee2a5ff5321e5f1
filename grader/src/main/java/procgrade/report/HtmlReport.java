package procgrade.report;

import java.util.Optional;
import java.util.TreeMap;
import procgrade.engine.Grade;
import procgrade.judge.Finding;
import procgrade.text.Amounts;
import procgrade.text.Markup;

/**
 * A grade as one HTML page that needs nothing else: no script, no font, no request to anywhere. It says what the terminal
 * says, and shows pictures of deadlocks and of processes.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * Writes a grade.
     *
     * @param grade what to report
     * @return the page
     */
    public static String of(Grade grade) {
        return withWorth(grade, "");
    }

    /** Likewise, with a sentence on what the points come to. */
    static String withWorth(Grade grade, String worth) {
        return page(grade, worth, Words.ofBuild(grade));
    }

    /** Likewise, of something that fails before anybody tries to build it. */
    static String refused(Grade grade) {
        return page(grade, "", Handout.FAILS_AT);
    }

    private static String page(Grade grade, String worth, String failsAt) {
        StringBuilder page = new StringBuilder();
        Html html = new Html(page);
        String title = grade.assignment() + ": " + grade.submission();
        PageFrame frame = PageFrame.open(html, title);
        html.raw("<h1>", Markup.line(title), "</h1>\n");
        html.element("p class=\"sum\"", sum(grade)).raw("\n");
        html.paragraph("p", worth);
        checks(grade, failsAt, new CheckSection(html, CheckSection.Reader.STUDENT, CheckRecords.NONE));
        facts(html, grade);
        frame.close();
        return page.toString();
    }

    /** The points in a line: {@code 30 of 40 points, 10 points could not be judged}. */
    static String sum(Grade grade) {
        String sum = Amounts.points(grade.earned()) + " of " + Amounts.points(grade.countable()) + " points";
        double open = grade.points() - grade.countable();
        if (open > 0) {
            sum += ", " + Amounts.points(open) + " points could not be judged";
        }
        return grade.interrupted() ? sum + ", interrupted" : sum;
    }

    static void checks(Grade grade, String failsAt, CheckSection section) {
        Optional<Finding> notBuilt = grade.buildFailure();
        if (notBuilt.isPresent()) {
            section.writeBuildFailure(notBuilt.get(), failsAt);
        } else {
            grade.checks().forEach(section::write);
        }
    }

    static void facts(Html html, Grade grade) {
        html.raw("<section class=\"faint\">\n");
        grade.notices().forEach(notice -> html.paragraph("p", "note: " + notice));
        html.raw("<table class=\"facts\">\n");
        fact(html, "assignment", grade.title());
        fact(html, "program", grade.program());
        fact(html, "seed", Long.toString(grade.seed()));
        fact(html, "took", Amounts.roughly(grade.took()));
        new TreeMap<>(grade.environment()).forEach((name, value) -> fact(html, name, value));
        html.raw("</table></section>\n");
    }

    static void fact(Html html, String name, String value) {
        html.raw("<tr><th scope=\"row\">", Markup.line(name), "</th><td>", Markup.line(value), "</td></tr>\n");
    }
}
