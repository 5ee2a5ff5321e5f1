package procgrade.report;

import java.util.List;
import java.util.Optional;
import procgrade.collect.Person;
import procgrade.engine.Grade;
import procgrade.gradebook.Row;
import procgrade.text.Markup;

/**
 * The page of one submission in the site of a class, for those who teach: it shows all that is known, also of hidden
 * checks. It is the file {@code submissions/<key>.html}, and the page of the class {@code index.html}.
 */
public final class StudentPage {
    private static final String NAVIGATION = "<nav aria-label=\"submissions\">";
    private static final String NAVIGATION_END = "</nav>\n";

    private StudentPage() {}

    /**
     * Writes the page of a submission that was graded.
     *
     * @param row its line in the gradebook
     * @param grade what became of it; its checks' own evidence folders are not looked at
     * @param links to its neighbours, and to its records, whose output is read
     * @return the page, to be stored as UTF-8
     * @throws java.io.UncheckedIOException if the records cannot be read
     */
    public static String of(Row row, Grade grade, PageLinks links) {
        return page(row, Optional.of(grade), links);
    }

    /**
     * Writes the page of a submission that was not graded.
     *
     * @param row its line in the gradebook
     * @param links to its neighbours
     * @return the page, to be stored as UTF-8
     */
    public static String of(Row row, PageLinks links) {
        return page(row, Optional.empty(), links);
    }

    /**
     * Makes a page lead to other neighbours, since who they are may be known only later.
     *
     * @param page as another method of this class wrote it
     * @param previous key of the submission before it; empty for the first
     * @param next key of the one after it; empty for the last
     * @return the page, which is the same otherwise
     */
    public static String linked(String page, Optional<String> previous, Optional<String> next) {
        // text of unknown origin has no tags, so the first ones are ours
        int from = page.indexOf(NAVIGATION);
        int to = page.indexOf(NAVIGATION_END, from);
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException("this is no page of a submission");
        }
        StringBuilder linked = new StringBuilder(page.substring(0, from));
        navigation(new Html(linked), previous, next);
        return linked.append(page.substring(to + NAVIGATION_END.length())).toString();
    }

    private static String page(Row row, Optional<Grade> grade, PageLinks links) {
        StringBuilder page = new StringBuilder();
        Html html = new Html(page);
        String who = row.people().isEmpty() ? row.key() : row.title();
        PageFrame frame = PageFrame.open(html, grade.map(Grade::assignment).orElse("procgrade") + ": " + who);
        navigation(html, links.previous(), links.next());
        html.raw("<h1>", Html.names(row.people(), row.key()), "</h1>\n");
        html.element("p class=\"sum\"", sum(row, grade)).raw("\n");
        if (!row.problem().isEmpty()) {
            html.raw("<section><p><span class=\"word bad\">", Words.ofState(row.state()), "</span> ");
            html.text(row.problem()).raw("</p></section>\n");
        }
        grade.ifPresent(known -> html.paragraph("p", Handout.worth(known)));
        List<String> told = grade.map(Grade::notices).orElse(List.of());
        row.notices().stream()
                .filter(notice -> !told.contains(notice))
                .forEach(notice -> html.paragraph("p", "note: " + notice));
        if (grade.isPresent()) {
            html.raw("<h2>Checks</h2>\n");
            CheckRecords records = new CheckRecords(links.records());
            String failsAt = Words.ofBuild(grade.get());
            CheckSection section = new CheckSection(html, CheckSection.Reader.TEACHER, records);
            HtmlReport.checks(grade.get(), failsAt, section);
        }
        html.raw("<h2>Circumstances</h2>\n");
        people(html, row);
        grade.ifPresent(known -> HtmlReport.facts(html, known));
        frame.close();
        return page.toString();
    }

    private static void navigation(Html html, Optional<String> previous, Optional<String> next) {
        html.raw(NAVIGATION, "<a href=\"../index.html\">All submissions</a>");
        previous.ifPresent(key -> link(html, "prev", key, "Previous"));
        next.ifPresent(key -> link(html, "next", key, "Next"));
        html.raw(NAVIGATION_END);
    }

    private static void link(Html html, String kind, String key, String word) {
        html.raw("<a rel=\"", kind, "\" href=\"", CheckRecords.segment(key), ".html\">", word, "</a>");
    }

    private static String sum(Row row, Optional<Grade> grade) {
        String sum = grade.map(HtmlReport::sum)
                .orElse(row.state() == Row.State.REFUSED ? "0 points" : "no points are decided");
        return row.late() ? sum + ", late" : sum;
    }

    private static void people(Html html, Row row) {
        html.raw("<table class=\"facts\">\n");
        HtmlReport.fact(html, "key", row.key());
        for (Person person : row.people()) {
            html.raw("<tr><th scope=\"row\">handed in by</th><td>", Html.names(List.of(person), ""));
            if (!person.id().isEmpty()) {
                html.raw(", id ", Markup.line(person.id()));
            }
            if (!person.email().isEmpty()) {
                html.raw(", ", Markup.line(person.email()));
            }
            html.raw("</td></tr>\n");
        }
        html.raw("</table>\n");
    }
}
