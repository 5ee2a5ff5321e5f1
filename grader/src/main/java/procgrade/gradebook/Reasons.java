package procgrade.gradebook;

import procgrade.text.Visible;

/** Why somebody gets no grade. */
final class Reasons {
    private Reasons() {}

    static String withoutScore(Matching.Entry entry) {
        return entry.state() == Row.State.GRADER_ERROR
                ? "the grader failed: " + Visible.line(entry.problem())
                : "nothing of it could be judged";
    }
}
