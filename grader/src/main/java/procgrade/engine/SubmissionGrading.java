package procgrade.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * What the rubric of one submission is told and may ask for, and the outcomes that come of it. Used by the thread that
 * runs the rubric; {@link #idleSince} and {@link #current} by the one that watches it.
 */
class SubmissionGrading implements Grading {
    private static final int MOST_RUNS = 500;
    private static final int MOST_VIEWS = 3;

    private final List<CheckDeclaration> checks;
    private final RunSource runs;
    private final long seed;
    private final GradeListener listener;
    private final LongSupplier nanoTime;
    private final Map<String, CheckOutcome> outcomes = new LinkedHashMap<>();

    private final List<String> facts = new ArrayList<>();
    private final List<RunView> views = new ArrayList<>();
    private volatile String current = "";
    private volatile long idleSince;
    private volatile boolean interrupted;
    private long checkBegan;
    private int runsOfCheck;
    private int calibrationsOfCheck;

    /**
     * A grading.
     *
     * @param checks those that will be tried, in their order
     * @param runs where runs come from
     * @param seed of the inputs
     * @param listener is told how it goes
     */
    SubmissionGrading(List<CheckDeclaration> checks, RunSource runs, long seed, GradeListener listener) {
        this(checks, runs, seed, listener, System::nanoTime);
    }

    /** With a clock of one's own, in nanoseconds. */
    SubmissionGrading(
            List<CheckDeclaration> checks, RunSource runs, long seed, GradeListener listener, LongSupplier nanoTime) {
        this.checks = checks;
        this.runs = runs;
        this.seed = seed;
        this.listener = listener;
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
            Evidence evidence = runs.run(current, runsOfCheck, request, listener);
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
        if (interrupted) {
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
        return Optional.ofNullable(outcomes.get(check)).map(CheckOutcome::finding);
    }

    @Override
    public void started(String check) {
        facts.clear();
        views.clear();
        runsOfCheck = 0;
        calibrationsOfCheck = 0;
        checkBegan = nanoTime.getAsLong();
        current = check;
        idle();
        CheckDeclaration declaration = declaration(check);
        if (!interrupted) {
            listener.checking(check, declaration.sentence(), checks.indexOf(declaration) + 1, checks.size());
        }
    }

    /** A check that was interrupted has no outcome: nobody knows what would have become of it. */
    @Override
    public void ended(String check, Finding finding) {
        boolean tried = current.equals(check);
        current = "";
        if (interrupted || outcomes.containsKey(check)) {
            return;
        }
        Duration took = tried ? took(Duration.ofNanos(nanoTime.getAsLong() - checkBegan)) : Duration.ZERO;
        CheckOutcome outcome = outcome(declaration(check), finding, took);
        outcomes.put(check, outcome);
        listener.checked(outcome);
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

    private CheckDeclaration declaration(String check) {
        return checks.stream()
                .filter(declared -> declared.id().equals(check))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the rubric has no check " + check));
    }

    /** Lets no further run begin; the one under way has to be ended by somebody else. */
    void interrupt() {
        interrupted = true;
    }

    boolean isInterrupted() {
        return interrupted;
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

    /** Ids of the checks that have no outcome yet, in their order. */
    List<String> open() {
        return checks.stream()
                .map(CheckDeclaration::id)
                .filter(id -> !outcomes.containsKey(id))
                .toList();
    }

    /** The outcomes so far, in the order of the rubric. */
    List<CheckOutcome> outcomes() {
        return checks.stream()
                .map(check -> Optional.ofNullable(outcomes.get(check.id())))
                .flatMap(Optional::stream)
                .toList();
    }
}
