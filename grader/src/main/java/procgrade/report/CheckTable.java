package procgrade.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import procgrade.judge.Verdict;
import procgrade.text.Amounts;
import procgrade.text.Markup;

/**
 * Lists the checks with how many passed them: a bar that is filled for those who passed, hatched for those whom it cost
 * points and empty for those of whom nobody can tell, and each verdict as a link that shows who got it.
 */
final class CheckTable {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 16;
    private static final double PER_CENT = 100;

    private CheckTable() {}

    static void write(Html html, ClassFigures figures) {
        if (figures.checks().isEmpty()) {
            html.raw("<p>No check was tried.</p>\n");
            return;
        }
        html.raw(
                "<svg class=\"away\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs><pattern id=\"hatch\" width=\"6\"");
        html.raw(" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
        html.raw("<rect width=\"2.5\" height=\"6\" style=\"fill:var(--stuck,#a11)\"/></pattern></defs></svg>\n");
        html.raw("<p class=\"faint\">Filled: passed. Hatched: not passed. Empty: could not be judged.</p>\n");
        html.raw("<div class=\"wide\" role=\"region\" aria-label=\"checks\" tabindex=\"0\">\n<table>\n");
        html.raw("<thead><tr><th scope=\"col\">Check</th><th scope=\"col\" class=\"number\">Points</th>");
        html.raw("<th scope=\"col\">Passed</th><th scope=\"col\">Others</th></tr></thead>\n<tbody>\n");
        figures.checks().forEach(check -> row(html, check));
        html.raw("</tbody></table></div>\n");
    }

    private static void row(Html html, ClassFigures.Check check) {
        html.raw("<tr><th scope=\"row\">", Markup.line(check.sentence()));
        html.raw(check.hidden() ? " <span class=\"tag\">hidden</span>" : "", "</th><td class=\"number\">");
        html.raw(Amounts.points(check.points()), "</td><td class=\"share\">");
        bar(html, check);
        html.raw(passed(check), "</td><td>");
        List<String> others = new ArrayList<>();
        for (Map.Entry<Verdict, Integer> entry : check.verdicts().entrySet()) {
            if (entry.getKey() != Verdict.PASSED) {
                others.add(format(
                        "<a href=\"#submissions\" data-v=\"v%s\" data-c=\"%d\">%s %d</a>",
                        SubmissionTable.letter(entry.getKey()),
                        check.index(),
                        entry.getKey().words(),
                        entry.getValue()));
            }
        }
        html.raw(String.join(", ", others), "</td></tr>\n");
    }

    private static String passed(ClassFigures.Check check) {
        String counts = check.passed() + " of " + check.judged();
        return check.judged() == 0 ? counts : counts + format(", %.0f %%", PER_CENT * check.passed() / check.judged());
    }

    /** Says nothing that the text beside it does not say. */
    private static void bar(Html html, ClassFigures.Check check) {
        double good = (double) WIDTH * check.passed() / check.submissions();
        double bad = (double) WIDTH * (check.judged() - check.passed()) / check.submissions();
        html.raw(format(
                "<svg class=\"bar\" aria-hidden=\"true\" preserveAspectRatio=\"none\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">",
                WIDTH, HEIGHT, WIDTH, HEIGHT));
        html.raw(format("<rect width=\"%.1f\" height=\"%d\" style=\"fill:var(--good,#272)\"/>", good, HEIGHT));
        html.raw(format(
                "<rect x=\"%.1f\" width=\"%.1f\" height=\"%d\" style=\"fill:url(#hatch)\"/>", good, bad, HEIGHT));
        html.raw(format(
                "<rect x=\".5\" y=\".5\" width=\"%d\" height=\"%d\" style=\"fill:none;stroke:var(--ink,#222)\"/></svg>",
                WIDTH - 1, HEIGHT - 1));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
