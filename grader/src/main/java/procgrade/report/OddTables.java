package procgrade.report;

import java.util.List;
import procgrade.gradebook.Row;
import procgrade.text.Amounts;

/** Lists the submissions that somebody should look at, and those that took most time. */
final class OddTables {
    private OddTables() {}

    static void write(Html html, Oddities oddities, Slowest slowest) {
        List<Oddities.Odd> odd = oddities.odd();
        if (odd.isEmpty()) {
            html.raw("<p>No submission stands out.</p>\n");
        } else {
            html.raw("<div class=\"wide\" role=\"region\" aria-label=\"strangest submissions\" tabindex=\"0\">");
            html.raw("<table><caption>Strangest submissions</caption>\n<thead><tr><th scope=\"col\">Submission</th>");
            html.raw("<th scope=\"col\">Why</th></tr></thead>\n<tbody>\n");
            odd.forEach(one -> row(html, one));
            html.raw("</tbody></table></div>\n");
        }
        oddities.leftOut().forEach(sentence -> html.paragraph("p class=\"faint\"", sentence));
        html.raw("<div class=\"wide\" role=\"region\" aria-label=\"slowest submissions\" tabindex=\"0\">");
        html.raw("<table><caption>Slowest submissions</caption>\n<thead><tr><th scope=\"col\">Submission</th>");
        html.raw(
                "<th scope=\"col\" class=\"number\">Time</th><th scope=\"col\">Not passed</th></tr></thead>\n<tbody>\n");
        slowest.rows().forEach(row -> slow(html, row));
        html.raw("</tbody></table></div>\n");
    }

    private static void row(Html html, Oddities.Odd odd) {
        html.raw("<tr><th scope=\"row\">", SubmissionTable.link(odd.key(), odd.people()), "</th><td>");
        String separator = "";
        for (String why : odd.why()) {
            html.raw(separator).text(why);
            separator = "<br>";
        }
        html.raw("</td></tr>\n");
    }

    private static void slow(Html html, Row row) {
        html.raw("<tr><th scope=\"row\">", SubmissionTable.link(row.key(), row.people()), "</th>");
        html.raw("<td class=\"number\">", Amounts.roughly(row.took()), "</td>");
        html.element("td", SubmissionTable.notPassed(row)).raw("</tr>\n");
    }
}
