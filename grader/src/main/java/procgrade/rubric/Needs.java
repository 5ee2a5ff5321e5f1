package procgrade.rubric;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;

/** Remembers what became of the checks of a rubric, so that those that need a failed one are not tried. */
final class Needs {
    private final Rubric rubric;
    private final Grading grading;
    private final Map<String, Finding> findings = new HashMap<>();

    /** Needs; the grading knows what became of checks before. */
    Needs(Rubric rubric, Grading grading) {
        this.rubric = rubric;
        this.grading = grading;
    }

    void ended(String check, Finding finding) {
        findings.put(check, finding);
    }

    /** Why a check cannot be tried; empty if it can, also if a check that it needs has not been selected to run. */
    Optional<Finding> obstacle(String check) {
        return rubric.find(check).stream()
                .flatMap(declared -> declared.needs().stream())
                .flatMap(need -> obstacleBy(need).stream())
                .findFirst();
    }

    private Optional<Finding> obstacleBy(String need) {
        return Optional.ofNullable(findings.get(need))
                .or(() -> grading.finding(need))
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
