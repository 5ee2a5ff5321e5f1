package procgrade.engine;

import java.util.Optional;
import procgrade.assignment.Language;
import procgrade.judge.Evidence;
import procgrade.judge.Finding;
import procgrade.rubric.CalibrationRun;
import procgrade.rubric.Grading;
import procgrade.rubric.RunRequest;

/**
 * The grading as one execution of a rubric sees it. A rubric that loops cannot be ended: Java has no way to stop a thread
 * by force. Its thread is abandoned, and nothing it does later may count, nor start a program.
 */
final class GuardedGrading implements Grading {
    private final Grading grading;
    private boolean abandoned;

    GuardedGrading(Grading grading) {
        this.grading = grading;
    }

    synchronized void abandon() {
        abandoned = true;
    }

    private synchronized Grading active() {
        if (abandoned) {
            throw new IllegalStateException("this rubric has been given up because it took too long");
        }
        return grading;
    }

    @Override
    public Evidence run(RunRequest request) {
        return active().run(request);
    }

    @Override
    public Optional<Evidence> runAlone(RunRequest request) {
        return active().runAlone(request);
    }

    @Override
    public CalibrationRun calibrate(int processes) {
        return active().calibrate(processes);
    }

    @Override
    public Language language() {
        return grading.language();
    }

    @Override
    public long seed() {
        return grading.seed();
    }

    @Override
    public boolean hasSequential() {
        return grading.hasSequential();
    }

    @Override
    public boolean hasReference() {
        return grading.hasReference();
    }

    @Override
    public int usableCores() {
        return grading.usableCores();
    }

    @Override
    public void fact(String line) {
        active().fact(line);
    }

    @Override
    public Optional<Finding> finding(String check) {
        return grading.finding(check);
    }

    @Override
    public void started(String check) {
        active().started(check);
    }

    @Override
    public void ended(String check, Finding finding) {
        active().ended(check, finding);
    }
}
