package procgrade.gradebook;

import java.math.BigDecimal;
import procgrade.judge.Verdict;
import procgrade.text.Amounts;
import procgrade.text.Markup;

/** What Moodle shows a student beside the grade: HTML, as Moodle keeps comments. Hidden checks tell their verdict only. */
final class Comment {
    private Comment() {}

    static String of(Row row) {
        if (row.state() != Row.State.GRADED) {
            return "<p>" + Markup.line(row.problem()) + "</p>";
        }
        StringBuilder html = new StringBuilder("<ul>");
        row.marks().forEach(mark -> html.append(item(mark)));
        return html.append("</ul>").toString();
    }

    private static String item(Mark mark) {
        boolean judged = mark.verdict() != Verdict.GRADER_ERROR && mark.verdict() != Verdict.NOT_MEASURABLE;
        String points = judged
                ? Amounts.points(mark.earned()) + " of " + Amounts.points(mark.points())
                : "could not be judged, costs nothing";
        String why = mark.verdict() == Verdict.GRADER_ERROR ? "" : mark.disclosed();
        return "<li>" + Markup.line(mark.sentence()) + ": " + points
                + (why.isEmpty() ? "" : " (" + Markup.line(why) + ")") + "</li>";
    }

    /** The comment under its points, which depend on the scale. */
    static String withHeading(String comment, BigDecimal score, double top) {
        return "<p>" + score.toPlainString() + " of " + Amounts.points(top) + " points</p>" + comment;
    }
}
