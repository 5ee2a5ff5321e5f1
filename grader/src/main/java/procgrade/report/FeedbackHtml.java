package procgrade.report;

import procgrade.engine.Grade;
import procgrade.gradebook.Row;

/**
 * What a student gets to read, as one HTML page that needs nothing else: the points, and of each check the reason and the
 * help, with pictures. Of hidden checks it tells the verdict only; it names nobody else, and no folder of the grader's.
 */
public final class FeedbackHtml {
    private FeedbackHtml() {}

    /**
     * Writes the feedback on what was graded.
     *
     * @param grade the grade
     * @param names whose it is
     * @return the page
     */
    public static String of(Grade grade, String names) {
        return HtmlReport.withWorth(Handout.of(grade, names), Handout.worth(grade));
    }

    /**
     * Writes the feedback on what could not be read.
     *
     * @param assignment id of the assignment
     * @param title of the assignment
     * @param points what the whole rubric is worth
     * @param row the result, a refusal
     * @return the page
     */
    public static String refused(String assignment, String title, double points, Row row) {
        return HtmlReport.refused(Handout.refused(assignment, title, points, row));
    }
}
