package procgrade.rubric;

import java.util.Optional;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;

/** Finds the checks of a rubric that need one which does not hold, and so are not tried. */
final class Needs {
    private final Rubric rubric;
    private final Grading grading;

    /** Needs; the grading knows what has become of the checks so far. */
    Needs(Rubric rubric, Grading grading) {
        this.rubric = rubric;
        this.grading = grading;
    }

    /** Why a check cannot be tried; empty if it can, also if a check that it needs has not been selected to run. */
    Optional<Finding> obstacle(String check) {
        return rubric.find(check).stream()
                .flatMap(declared -> declared.needs().stream())
                .flatMap(need -> obstacleBy(need).stream())
                .findFirst();
    }

    private Optional<Finding> obstacleBy(String need) {
        return grading.finding(need)
                .filter(finding -> !finding.passed())
                .map(finding -> obstacle(rubric.find(need).orElseThrow().sentence(), finding.verdict()));
    }

    private static Finding obstacle(String sentence, Verdict verdict) {
        return switch (verdict) {
            // it costs no points to need what could not be judged, so these verdicts are passed on
            case NOT_MEASURABLE -> Finding.of(verdict, "needs: " + sentence + " (this machine cannot tell)");
            case GRADER_ERROR -> Finding.of(verdict, "needs: " + sentence + " (the grader failed there)");
            default -> Finding.of(Verdict.SKIPPED, "needs: " + sentence);
        };
    }
}
