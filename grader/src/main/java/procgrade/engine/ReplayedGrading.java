package procgrade.engine;

import java.time.Duration;
import java.util.Optional;
import procgrade.judge.Evidence;
import procgrade.rubric.CalibrationRun;
import procgrade.rubric.RunRequest;

/** A grading of which everything was recorded: nothing is run. A check takes as long as its runs took then. */
final class ReplayedGrading extends SubmissionGrading {
    private final RecordedRuns runs;
    private final boolean measured;
    private Duration recorded = Duration.ZERO;

    /**
     * A grading.
     *
     * @param outcomes of the submission
     * @param runs what was recorded
     * @param grading the grading that was recorded
     */
    ReplayedGrading(Outcomes outcomes, RecordedRuns runs, GradingRecord grading) {
        super(outcomes, runs, grading.seed());
        this.runs = runs;
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

    /** A bar that was lowered since asks for a run that nobody wanted then. */
    @Override
    public Optional<Evidence> runAlone(RunRequest request) {
        return runs.has(request.alone()) ? super.runAlone(request) : Optional.empty();
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
