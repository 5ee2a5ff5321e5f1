package procgrade.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import procgrade.collect.Person;
import procgrade.gradebook.Mark;
import procgrade.gradebook.Row;
import procgrade.gradebook.Score;
import procgrade.judge.Verdict;
import procgrade.text.Amounts;
import procgrade.text.Markup;

/**
 * The table of all submissions, and what filters it. For the script each row has its verdicts in {@code data-v}, a letter
 * for each check in the order of the rubric, and further traits in {@code data-s}; cells have in {@code data-k} what they
 * are sorted by if that is not their text.
 */
final class SubmissionTable {
    private static final char NO_VERDICT = '-';
    private static final List<String> TITLES =
            List.of("Submission", "Points", "Passed", "Not passed", "Program", "Time", "Notes");

    private final Html html;
    private final ClassFigures figures;

    SubmissionTable(Html html, ClassFigures figures) {
        this.html = html;
        this.figures = figures;
    }

    void write(Iterable<Row> rows) {
        filters();
        html.raw("<div class=\"wide\" role=\"region\" aria-label=\"all submissions\" tabindex=\"0\">\n");
        html.raw("<table id=\"all\"><caption class=\"away\">All submissions</caption>\n<thead><tr>");
        for (String title : TITLES) {
            html.raw("<th scope=\"col\"", isNumber(title) ? " class=\"number\"" : "", ">", title, "</th>");
        }
        html.raw("</tr></thead>\n<tbody>\n");
        rows.forEach(this::row);
        html.raw("</tbody></table></div>\n");
    }

    private static boolean isNumber(String title) {
        return List.of("Points", "Passed", "Time").contains(title);
    }

    /** Hidden until the script has come, since they are of no use without it. */
    private void filters() {
        html.raw("<form id=\"filter\" role=\"search\" aria-label=\"submissions\" hidden>\n");
        html.raw("<label>Text <input type=\"search\" id=\"text\" autocomplete=\"off\"></label>\n");
        html.raw("<label>Verdict <select id=\"verdict\">\n<option value=\"\">any</option>\n");
        figures.having().forEach((verdict, count) -> option("v" + letter(verdict), verdict.words(), count));
        option("sr", "refused", figures.count(Row.State.REFUSED));
        option("se", "not graded", figures.count(Row.State.GRADER_ERROR));
        option("sl", "late", figures.late());
        option("sn", "with notes", figures.noticed());
        html.raw("</select></label>\n<label>in <select id=\"check\">\n<option value=\"\">any check</option>\n");
        for (ClassFigures.Check check : figures.checks()) {
            html.raw("<option value=\"", Integer.toString(check.index()), "\">", Markup.line(check.sentence()));
            html.raw("</option>\n");
        }
        html.raw("</select></label>\n<button type=\"reset\">Show all</button>\n");
        html.raw("<output id=\"shown\" role=\"status\"></output>\n</form>\n");
    }

    private void option(String value, String words, int count) {
        if (count > 0) {
            html.raw("<option value=\"", value, "\">", words, " (", Integer.toString(count), ")</option>\n");
        }
    }

    private void row(Row row) {
        html.raw("<tr data-v=\"", verdicts(row.marks(), figures.checksById()), "\" data-s=\"", traits(row), "\">");
        html.raw("<th scope=\"row\">", link(row.key(), row.people()), "</th>");
        points(row);
        long passed = row.marks().stream()
                .filter(mark -> mark.verdict() == Verdict.PASSED)
                .count();
        html.raw("<td class=\"number\" data-k=\"", Long.toString(passed), "\">");
        html.raw(row.marks().isEmpty() ? "" : passed + " of " + row.marks().size(), "</td>");
        html.element("td", notPassed(row)).element("td", row.program());
        html.raw("<td class=\"number\" data-k=\"", Double.toString(Amounts.seconds(row.took())), "\">");
        html.raw(Amounts.roughly(row.took()), "</td>");
        html.element("td", notes(row)).raw("</tr>\n");
    }

    /** Sorted by what the gradebook says; who has no score there is last, whichever way the others are sorted. */
    private void points(Row row) {
        String score = Score.percent(row).map(BigDecimal::toPlainString).orElse("");
        String shown = switch (row.state()) {
            case GRADED -> Amounts.points(row.earned()) + " of " + Amounts.points(row.countable());
            case REFUSED -> "0";
            case GRADER_ERROR -> "not decided";
        };
        html.raw("<td class=\"number\" data-k=\"", score, "\">", shown, "</td>");
    }

    /** A link to the page of a submission, as markup. */
    static String link(String key, List<Person> people) {
        return "<a href=\"submissions/" + CheckRecords.segment(key) + ".html\">" + Html.names(people, key) + "</a>";
    }

    /** A letter for each check. */
    static String verdicts(Collection<Mark> marks, Map<String, ClassFigures.Check> checks) {
        StringBuilder letters = new StringBuilder(String.valueOf(NO_VERDICT).repeat(checks.size()));
        if (marks.isEmpty()) {
            return "";
        }
        for (Mark mark : marks) {
            letters.setCharAt(checks.get(mark.check()).index(), letter(mark.verdict()));
        }
        return letters.toString();
    }

    static char letter(Verdict verdict) {
        return (char) ('A' + verdict.ordinal());
    }

    private static String traits(Row row) {
        String state = switch (row.state()) {
            case GRADED -> "";
            case REFUSED -> "r";
            case GRADER_ERROR -> "e";
        };
        return state + (row.late() ? "l" : "") + (row.notices().isEmpty() ? "" : "n");
    }

    /** The verdicts of a submission that are not PASSED, with how often it got them: {@code deadlock, skipped 3 times}. */
    static String notPassed(Row row) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        row.marks().forEach(mark -> counts.merge(mark.verdict(), 1, Integer::sum));
        counts.remove(Verdict.PASSED);
        List<String> words = new ArrayList<>();
        counts.forEach((verdict, count) -> words.add(
                verdict.words() + (count == 1 || verdict == Verdict.BUILD_FAILED ? "" : " " + count + " times")));
        return String.join(", ", words);
    }

    private static String notes(Row row) {
        List<String> notes = new ArrayList<>();
        if (row.late()) {
            notes.add("late");
        }
        if (row.state() != Row.State.GRADED) {
            notes.add((row.state() == Row.State.REFUSED ? "refused: " : "grader error: ") + row.problem());
        }
        notes.addAll(row.notices());
        return String.join("; ", notes);
    }
}
