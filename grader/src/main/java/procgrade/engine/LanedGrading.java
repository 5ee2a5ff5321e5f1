package procgrade.engine;

import java.util.function.LongSupplier;
import procgrade.judge.Evidence;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.rubric.CalibrationRun;
import procgrade.rubric.CheckFailure;
import procgrade.rubric.RunRequest;

/** A grading that shares the machine with others: it waits for a lane before it runs anything. */
final class LanedGrading extends SubmissionGrading {
    private final Lanes.Lane lane;
    private final Outcomes outcomes;
    private final boolean measured;

    /**
     * A grading.
     *
     * @param outcomes of the submission
     * @param runs runs programs
     * @param options the seed of the inputs, and whether to measure
     * @param lane in which it runs them
     */
    LanedGrading(Outcomes outcomes, RunSource runs, GradeOptions options, Lanes.Lane lane) {
        this(outcomes, runs, options, lane, System::nanoTime);
    }

    /** With a clock of one's own, in nanoseconds. */
    LanedGrading(Outcomes outcomes, RunSource runs, GradeOptions options, Lanes.Lane lane, LongSupplier nanoTime) {
        super(outcomes, runs, options.seed(), nanoTime);
        this.outcomes = outcomes;
        this.lane = lane;
        this.measured = options.measured();
    }

    @Override
    public Evidence run(RunRequest request) {
        if (request.timed()) {
            requireMeasuring(measured);
        }
        // waiting is not the rubric's own work
        busy();
        if (request.timed()) {
            outcomes.measuring(current());
        }
        enter(request.undisturbed());
        try {
            return super.run(request);
        } finally {
            lane.leave();
        }
    }

    @Override
    public CalibrationRun calibrate(int processes) {
        requireMeasuring(measured);
        busy();
        enter(true);
        return super.calibrate(processes);
    }

    private void enter(boolean alone) {
        long before = lane.waitedNanos();
        if (alone) {
            lane.enterAlone();
        } else {
            lane.enter();
        }
        waited(lane.waitedNanos() - before);
    }

    /**
     * Refuses to measure where that is not wanted.
     *
     * @throws CheckFailure NOT_MEASURABLE
     */
    static void requireMeasuring(boolean measured) {
        if (!measured) {
            throw new CheckFailure(Finding.of(Verdict.NOT_MEASURABLE, "speedups are not measured in this grading"));
        }
    }

    @Override
    public void ended(String check, Finding finding) {
        super.ended(check, finding);
        lane.leaveAll();
    }
}
