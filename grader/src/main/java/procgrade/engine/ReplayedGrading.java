package procgrade.engine;

import java.time.Duration;
import java.util.List;
import procgrade.judge.Evidence;
import procgrade.rubric.CalibrationRun;
import procgrade.rubric.CheckDeclaration;
import procgrade.rubric.RunRequest;

/** A grading of which everything was recorded: nothing is run. A check takes as long as its runs took then. */
final class ReplayedGrading extends SubmissionGrading {
    private final boolean measured;
    private Duration recorded = Duration.ZERO;

    /**
     * A grading.
     *
     * @param checks those that will be tried, in their order
     * @param runs what was recorded
     * @param grading the grading that was recorded
     * @param listener is told how it goes
     */
    ReplayedGrading(List<CheckDeclaration> checks, RecordedRuns runs, GradingRecord grading, GradeListener listener) {
        super(checks, runs, grading.seed(), listener);
        this.measured = grading.measured();
    }

    @Override
    public void started(String check) {
        recorded = Duration.ZERO;
        super.started(check);
    }

    @Override
    public Evidence run(RunRequest request) {
        if (request.timed()) {
            LanedGrading.requireMeasuring(measured);
        }
        Evidence evidence = super.run(request);
        recorded = recorded.plus(evidence.outcome().wall());
        return evidence;
    }

    @Override
    public CalibrationRun calibrate(int processes) {
        LanedGrading.requireMeasuring(measured);
        return super.calibrate(processes);
    }

    @Override
    Duration took(Duration since) {
        return recorded;
    }
}
