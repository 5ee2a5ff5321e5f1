package procgrade.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.assignment.Assignment;
import procgrade.build.BuildOutcome;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.rubric.CheckDeclaration;
import procgrade.submission.Submission;

/**
 * A grade to which the checks are still to be added.
 *
 * @param built what was built of the submission; empty if nothing was
 */
record GradeDraft(
        Assignment assignment,
        String submission,
        long seed,
        List<String> notices,
        Map<String, String> environment,
        Optional<BuildOutcome.Built> built) {
    /** Of a grading that has not come to its checks. */
    static GradeDraft begun(Assignment assignment, Submission submission, long seed, GraderSetup setup) {
        return new GradeDraft(
                assignment, submission.name(), seed, submission.notices(), setup.environment(), Optional.empty());
    }

    /** Of one whose checks can begin. */
    static GradeDraft of(Assignment assignment, GradingRecord grading) {
        Optional<BuildOutcome.Built> built =
                grading.build() instanceof BuildOutcome.Built success ? Optional.of(success) : Optional.empty();
        return new GradeDraft(
                assignment, grading.submission(), grading.seed(), grading.notices(), grading.environment(), built);
    }

    Grade notBuilt(BuildOutcome.BuildFailed failure, List<CheckDeclaration> checks, Duration took) {
        Finding finding = Finding.of(Verdict.BUILD_FAILED, failure.rationale())
                .withHelp(failure.help())
                .withDetails(failure.compilerLines());
        return complete(
                checks.stream()
                        .map(check -> new CheckOutcome(
                                check.id(),
                                check.sentence(),
                                check.points(),
                                0,
                                check.points(),
                                check.hidden(),
                                check.needs(),
                                finding,
                                Duration.ZERO,
                                Optional.empty(),
                                List.of(),
                                List.of()))
                        .toList(),
                took);
    }

    Grade complete(List<CheckOutcome> checks, Duration took) {
        return grade(checks, took, false);
    }

    Grade interrupted(List<CheckOutcome> checks, Duration took) {
        return grade(checks, took, true);
    }

    private Grade grade(List<CheckOutcome> checks, Duration took, boolean interrupted) {
        return new Grade(
                assignment.id(),
                assignment.title(),
                submission,
                built.map(success -> success.program().name()).orElse(""),
                built.map(success -> success.program().language().key()).orElse(""),
                seed,
                built.map(BuildOutcome.Built::took),
                checks,
                notices,
                environment,
                took,
                interrupted);
    }
}
