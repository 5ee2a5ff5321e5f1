package procgrade.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFault;
import procgrade.build.BuildOutcome;
import procgrade.rubric.CheckDeclaration;
import procgrade.submission.EnvironmentFault;

/**
 * Judges submissions again by an assignment's rubric as it is now, from what was recorded when they were graded. Nothing
 * of them is built or run. Several threads may use it at the same time.
 */
public final class Rejudging {
    private final Assignment assignment;
    private final Path classes;
    private final Set<Outcomes> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean interrupted;

    private Rejudging(Assignment assignment, Path classes) {
        this.assignment = assignment;
        this.classes = classes;
    }

    /**
     * Compiles the rubric.
     *
     * @param assignment what was asked for; its limits count, too: a run that they would have ended differently has to be
     *     made again
     * @param workspace for the rubric; needed as long as this is
     * @param environment the grader's environment variables, which say where compiled rubrics are kept
     * @return what can judge
     * @throws AssignmentFault if the rubric does not compile
     * @throws EnvironmentFault if this machine lacks what compiling it needs
     */
    public static Rejudging of(Assignment assignment, Workspace workspace, Map<String, String> environment) {
        RubricCompiler compiler = new RubricCompiler(CacheFolder.of(environment, System.getProperty("user.home")));
        return new Rejudging(assignment, compiler.compile(assignment.rubricSources(), workspace.folder("rubric")));
    }

    /**
     * Judges one submission. The same evidence and the same rubric give the same grade, but for the times: a check takes
     * what its runs took, and the whole what building and checks took. A check of which the rubric asks for a run that
     * was not recorded, or of which a record is damaged, is a GRADER_ERROR.
     *
     * @param evidence the folder that the grading was told to keep its evidence in, wherever it is now
     * @param listener is told how it goes
     * @return what becomes of it; of the checks so far, after an interruption
     * @throws EvidenceFault if there is no record of a grading, it is damaged, or it is of another assignment
     * @throws AssignmentFault if the rubric makes no sense
     * @throws UnknownCheck if only some checks were asked for, and the rubric has one of them no more
     */
    public Grade judge(Path evidence, GradeListener listener) {
        GradingRecord grading = GradingRecord.read(evidence);
        if (!grading.assignment().equals(assignment.id())) {
            throw new EvidenceFault(evidence.resolve(EvidenceFiles.GRADING) + ": assignment: expected '"
                    + assignment.id() + "', found '" + grading.assignment() + "'");
        }
        try (RubricClass rubric = RubricClass.load(assignment, classes)) {
            List<CheckDeclaration> checks = rubric.checks(grading.only());
            GradeDraft draft = GradeDraft.of(assignment, grading);
            listener.built(assignment.id(), grading.submission(), grading.build());
            if (grading.build() instanceof BuildOutcome.BuildFailed failure) {
                return draft.notBuilt(failure, checks, failure.took());
            }
            BuildOutcome.Built built = (BuildOutcome.Built) grading.build();
            RecordedRuns runs = new RecordedRuns(assignment, grading, built.program(), evidence);
            Outcomes outcomes = new Outcomes(checks, listener);
            judge(rubric, outcomes, () -> new ReplayedGrading(outcomes, runs, grading));
            List<CheckOutcome> judged = outcomes.inOrder();
            Duration took = judged.stream().map(CheckOutcome::took).reduce(built.took(), Duration::plus);
            return outcomes.isInterrupted() ? draft.interrupted(judged, took) : draft.complete(judged, took);
        }
    }

    private void judge(RubricClass rubric, Outcomes outcomes, Supplier<SubmissionGrading> gradings) {
        underWay.add(outcomes);
        try {
            if (interrupted) {
                outcomes.interrupt();
            }
            new RubricRun(rubric.rubric().type(), outcomes, gradings, 1, RubricRun.PATIENCE).run();
        } finally {
            underWay.remove(outcomes);
        }
    }

    /** Ends all judging early: {@link #judge} returns what it has. Any thread may call it, more than once. */
    public void interrupt() {
        interrupted = true;
        underWay.forEach(Outcomes::interrupt);
    }
}
