package procgrade.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import procgrade.assignment.Language;
import procgrade.judge.Evidence;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.rubric.CalibrationRun;
import procgrade.rubric.CheckDeclaration;
import procgrade.rubric.Grading;
import procgrade.rubric.RunRequest;

/**
 * What a check of a rubric is told and may ask for, one check at a time, and the outcome that comes of it. Used by the
 * thread of the check; {@link #idleSince} by the one that watches it.
 */
class SubmissionGrading implements Grading {
    private static final int MOST_RUNS = 500;
    private static final int MOST_VIEWS = 3;

    private final Outcomes outcomes;
    private final RunSource runs;
    private final long seed;
    private final LongSupplier nanoTime;
    private final List<String> facts = new ArrayList<>();
    private final List<RunView> views = new ArrayList<>();
    private volatile String current = "";
    private volatile long idleSince;
    private long checkBegan;
    private int runsOfCheck;
    private int calibrationsOfCheck;

    /**
     * A grading.
     *
     * @param outcomes of the submission
     * @param runs where runs come from
     * @param seed of the inputs
     */
    SubmissionGrading(Outcomes outcomes, RunSource runs, long seed) {
        this(outcomes, runs, seed, System::nanoTime);
    }

    /** With a clock of one's own, in nanoseconds. */
    SubmissionGrading(Outcomes outcomes, RunSource runs, long seed, LongSupplier nanoTime) {
        this.outcomes = outcomes;
        this.runs = runs;
        this.seed = seed;
        this.nanoTime = nanoTime;
        idle();
    }

    @Override
    public Evidence run(RunRequest request) {
        stopIfInterrupted();
        runsOfCheck++;
        if (runsOfCheck > MOST_RUNS) {
            throw new IllegalStateException("the check runs programs more than " + MOST_RUNS + " times");
        }
        busy();
        try {
            Evidence evidence = runs.run(current, runsOfCheck, request, command -> outcomes.running(current, command));
            views.add(RunView.of(evidence));
            if (views.size() > MOST_VIEWS) {
                views.remove(0);
            }
            return evidence;
        } finally {
            idle();
            stopIfInterrupted();
        }
    }

    @Override
    public CalibrationRun calibrate(int processes) {
        stopIfInterrupted();
        busy();
        try {
            calibrationsOfCheck++;
            return runs.calibrate(current, calibrationsOfCheck, processes);
        } finally {
            idle();
        }
    }

    /** The rubric waits for something that is none of its own work. */
    void busy() {
        idleSince = Long.MAX_VALUE;
    }

    /** The rubric is busy with itself from now on. */
    void idle() {
        idleSince = nanoTime.getAsLong();
    }

    /** Time that the current check has waited for others is none of its own. */
    void waited(long nanos) {
        checkBegan += nanos;
    }

    private void stopIfInterrupted() {
        if (isInterrupted()) {
            throw new IllegalStateException("grading was interrupted");
        }
    }

    @Override
    public Language language() {
        return runs.language();
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public boolean hasSequential() {
        return runs.has(RunRequest.Target.SEQUENTIAL);
    }

    @Override
    public boolean hasReference() {
        return runs.has(RunRequest.Target.REFERENCE);
    }

    @Override
    public int usableCores() {
        return runs.cores();
    }

    @Override
    public void fact(String line) {
        facts.add(line);
    }

    @Override
    public Optional<Finding> finding(String check) {
        return outcomes.finding(check);
    }

    @Override
    public void started(String check) {
        facts.clear();
        views.clear();
        runsOfCheck = 0;
        calibrationsOfCheck = 0;
        checkBegan = nanoTime.getAsLong();
        current = check;
        busy();
        outcomes.checking(check);
        idle();
    }

    @Override
    public void ended(String check, Finding finding) {
        boolean tried = current.equals(check);
        current = "";
        Duration took = tried ? took(Duration.ofNanos(nanoTime.getAsLong() - checkBegan)) : Duration.ZERO;
        // whoever is told may wait for somebody to read it
        busy();
        outcomes.add(outcome(outcomes.declaration(check), finding, took));
        idle();
        facts.clear();
        views.clear();
    }

    /** How long a check took that began so long ago. */
    Duration took(Duration since) {
        return since;
    }

    private CheckOutcome outcome(CheckDeclaration check, Finding finding, Duration took) {
        Verdict verdict = finding.verdict();
        boolean counts = verdict != Verdict.GRADER_ERROR && verdict != Verdict.NOT_MEASURABLE;
        return new CheckOutcome(
                check.id(),
                check.sentence(),
                check.points(),
                finding.passed() ? check.points() : 0,
                counts ? check.points() : 0,
                check.hidden(),
                check.needs(),
                finding,
                took,
                runs.evidence(check.id()),
                facts,
                views);
    }

    boolean isInterrupted() {
        return outcomes.isInterrupted();
    }

    /** The check that is being tried; empty between two of them. */
    String current() {
        return current;
    }

    /** Nanoseconds that the rubric has been busy with itself, that is, not waiting for a run. */
    long ownNanos() {
        long since = idleSince;
        return since == Long.MAX_VALUE ? 0 : nanoTime.getAsLong() - since;
    }
}
