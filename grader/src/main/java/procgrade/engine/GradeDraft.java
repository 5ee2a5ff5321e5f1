package procgrade.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.assignment.Assignment;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.rubric.CheckDeclaration;
import procgrade.submission.Submission;

/**
 * A grade to which the checks are still to be added.
 *
 * @param build what came of building the submission; empty if that was not tried to its end
 */
record GradeDraft(
        Assignment assignment,
        String submission,
        long seed,
        List<String> notices,
        Map<String, String> environment,
        Optional<BuildOutcome> build) {
    /** Of a grading that has not come to its checks. */
    static GradeDraft begun(Assignment assignment, Submission submission, long seed, GraderSetup setup) {
        return new GradeDraft(
                assignment, submission.name(), seed, submission.notices(), setup.environment(), Optional.empty());
    }

    /** Of one whose checks can begin. */
    static GradeDraft of(Assignment assignment, GradingRecord grading) {
        return new GradeDraft(
                assignment,
                grading.submission(),
                grading.seed(),
                grading.notices(),
                grading.environment(),
                Optional.of(grading.build()));
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

    private static Optional<Language> language(BuildOutcome outcome) {
        return outcome instanceof BuildOutcome.BuildFailed failure
                ? failure.language()
                : Optional.of(((BuildOutcome.Built) outcome).program().language());
    }

    private Grade grade(List<CheckOutcome> checks, Duration took, boolean interrupted) {
        Optional<BuildOutcome.Built> built =
                build.filter(BuildOutcome.Built.class::isInstance).map(BuildOutcome.Built.class::cast);
        return new Grade(
                assignment.id(),
                assignment.title(),
                submission,
                built.map(success -> success.program().name()).orElse(""),
                build.flatMap(GradeDraft::language).map(Language::key).orElse(""),
                seed,
                built.map(BuildOutcome.Built::took),
                checks,
                notices,
                environment,
                took,
                interrupted);
    }
}
