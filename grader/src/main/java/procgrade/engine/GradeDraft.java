package procgrade.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import procgrade.assignment.Assignment;
import procgrade.build.BuildOutcome;
import procgrade.build.Program;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.rubric.CheckDeclaration;
import procgrade.submission.Submission;

/** A grade to which the checks are still to be added. */
final class GradeDraft {
    private final Assignment assignment;
    private final Submission submission;
    private final long seed;
    private final GraderSetup setup;
    private final long began;
    private final List<String> notices = new ArrayList<>();
    private Optional<Duration> buildTook = Optional.empty();
    private String program = "";
    private String language = "";

    GradeDraft(Assignment assignment, Submission submission, long seed, GraderSetup setup, long began) {
        this.assignment = assignment;
        this.submission = submission;
        this.seed = seed;
        this.setup = setup;
        this.began = began;
        notices.addAll(submission.notices());
    }

    GradeDraft built(BuildOutcome.Built built) {
        Program made = built.program();
        program = made.name();
        language = made.language().key();
        buildTook = Optional.of(built.took());
        notices.addAll(built.notices());
        if (!setup.sandbox().works()) {
            notices.add(setup.sandbox().notice());
        }
        return this;
    }

    Grade notBuilt(BuildOutcome.BuildFailed failure, List<CheckDeclaration> checks) {
        Finding finding = Finding.of(Verdict.BUILD_FAILED, failure.rationale())
                .withHelp(failure.help())
                .withDetails(failure.compilerLines());
        return complete(checks.stream()
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
                .toList());
    }

    Grade complete(List<CheckOutcome> checks) {
        return grade(checks, false);
    }

    Grade interrupted(List<CheckOutcome> checks) {
        return grade(checks, true);
    }

    private Grade grade(List<CheckOutcome> checks, boolean interrupted) {
        return new Grade(
                assignment.id(),
                assignment.title(),
                submission.name(),
                program,
                language,
                seed,
                buildTook,
                checks,
                notices,
                setup.environment(),
                Duration.ofNanos(System.nanoTime() - began),
                interrupted);
    }
}
