package procgrade.engine;

import java.util.List;
import procgrade.judge.Evidence;
import procgrade.judge.Finding;
import procgrade.rubric.CalibrationRun;
import procgrade.rubric.CheckDeclaration;
import procgrade.rubric.RunRequest;

/** A grading that shares the machine with others: it waits for a lane before it runs anything. */
final class LanedGrading extends SubmissionGrading {
    private final Lanes.Lane lane;
    private final GradeListener listener;

    /**
     * A grading.
     *
     * @param checks those that will be tried, in their order
     * @param runs runs programs
     * @param setup of the machine
     * @param seed of the inputs
     * @param listener is told how it goes
     * @param lane of this grading
     */
    LanedGrading(
            List<CheckDeclaration> checks,
            CheckRuns runs,
            GraderSetup setup,
            long seed,
            GradeListener listener,
            Lanes.Lane lane) {
        super(checks, runs, setup, seed, listener);
        this.listener = listener;
        this.lane = lane;
    }

    @Override
    public Evidence run(RunRequest request) {
        // waiting is not the rubric's own work
        busy();
        if (request.undisturbed()) {
            lane.enterAlone();
        } else {
            lane.enter();
        }
        if (request.timed()) {
            listener.measuring(current());
        }
        try {
            return super.run(request);
        } finally {
            lane.leave();
        }
    }

    @Override
    public CalibrationRun calibrate(int processes) {
        busy();
        lane.enterAlone();
        return super.calibrate(processes);
    }

    @Override
    public void ended(String check, Finding finding) {
        super.ended(check, finding);
        lane.leaveAll();
    }
}
