package procgrade.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFault;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome;
import procgrade.build.BuildTools;
import procgrade.build.Builder;
import procgrade.build.Program;
import procgrade.rubric.CheckDeclaration;
import procgrade.run.Supervisor;
import procgrade.submission.EnvironmentFault;
import procgrade.submission.Submission;

/**
 * Grades one submission. The order of the stages: build it, and at the same time compile and load the rubric; try the
 * checks, each with its runs, after those that they need; every run is recorded and stored before it is judged.
 */
public final class GradingSession {
    private final GraderSetup setup;
    private final Workspace workspace;
    private final GradeListener listener;
    private final Lanes lanes;
    private final int checksAtOnce;
    private final Lanes.Lane lane;
    private final List<Lanes.Lane> lanesOfChecks = new ArrayList<>();
    private final long began = System.nanoTime();
    private Supervisor supervisor;
    private Outcomes outcomes;
    private Thread builder;
    private boolean interrupted;

    /**
     * A session beside others, which tries one check after the other.
     *
     * @param setup of the machine
     * @param workspace for everything that does not outlive the session
     * @param listener is told how it goes
     * @param lanes that it shares with the others
     */
    public GradingSession(GraderSetup setup, Workspace workspace, GradeListener listener, Lanes lanes) {
        this(setup, workspace, listener, lanes, 1);
    }

    /**
     * A session.
     *
     * @param setup of the machine
     * @param workspace for everything that does not outlive the session
     * @param listener is told how it goes
     * @param lanes in which programs are run; if several checks may go on, each has one of its own
     * @param checksAtOnce how many may go on at the same time, also while they wait for a lane
     */
    public GradingSession(
            GraderSetup setup, Workspace workspace, GradeListener listener, Lanes lanes, int checksAtOnce) {
        this.setup = setup;
        this.workspace = workspace;
        this.listener = listener;
        this.lanes = lanes;
        this.checksAtOnce = checksAtOnce;
        this.lane = lanes.lane();
    }

    /**
     * Grades.
     *
     * @param assignment what was asked for
     * @param submission what was handed in
     * @param options how
     * @return what became of it; of the checks tried so far, if grading was interrupted
     * @throws AssignmentFault if the assignment has mistakes
     * @throws EnvironmentFault if this machine lacks what grading needs
     * @throws UnknownCheck if the options name a check that does not exist
     */
    public Grade grade(Assignment assignment, Submission submission, GradeOptions options) {
        try (RubricLoading loading = RubricLoading.start(assignment, setup.cache(), workspace)) {
            listener.building(submission.name());
            Optional<BuildOutcome> build = build(assignment, submission, options.language());
            RubricClass rubric = loading.result();
            List<CheckDeclaration> checks = rubric.checks(options.only());
            if (build.isEmpty()) {
                return GradeDraft.begun(assignment, submission, options.seed(), setup)
                        .interrupted(List.of(), took());
            }
            GradingRecord record = GradingRecord.of(assignment, submission, options, setup, build.get(), Instant.now());
            options.evidence().ifPresent(folder -> {
                listener.recording();
                GradingFile.write(record, folder.resolve(EvidenceFiles.GRADING));
            });
            listener.built(assignment.id(), submission.name(), build.get());
            GradeDraft draft = GradeDraft.of(assignment, record);
            if (build.get() instanceof BuildOutcome.BuildFailed failure) {
                return draft.notBuilt(failure, checks, took());
            }
            Program program = ((BuildOutcome.Built) build.get()).program();
            List<CheckOutcome> tried = check(assignment, program, rubric, checks, options);
            return isInterrupted() ? draft.interrupted(tried, took()) : draft.complete(tried, took());
        }
    }

    /** Time that it has waited for others is none of this grading. */
    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - began - lane.waitedNanos());
    }

    /** Empty if it was interrupted. */
    private Optional<BuildOutcome> build(Assignment assignment, Submission submission, Optional<Language> language) {
        synchronized (this) {
            builder = Thread.currentThread();
        }
        lane.enter();
        try {
            if (isInterrupted()) {
                return Optional.empty();
            }
            Path work = workspace.folder("build");
            BuildTools tools = setup.tools();
            BuildOutcome outcome = language.isEmpty()
                    ? Builder.build(submission, assignment, tools, work)
                    : Builder.build(submission, language.get(), assignment.main(language.get()), tools, work);
            // a compiler that was ended says nothing about the submission
            return isInterrupted() ? Optional.empty() : Optional.of(outcome);
        } catch (RuntimeException fault) {
            if (isInterrupted()) {
                return Optional.empty();
            }
            throw fault;
        } finally {
            lane.leave();
            synchronized (this) {
                builder = null;
                boolean unused = interrupted && Thread.interrupted();
            }
        }
    }

    private List<CheckOutcome> check(
            Assignment assignment,
            Program program,
            RubricClass rubric,
            List<CheckDeclaration> checks,
            GradeOptions options) {
        Outcomes begun = new Outcomes(checks, listener);
        Supervisor running = new Supervisor(setup.sandbox().hiding(hidden(assignment, options)));
        synchronized (this) {
            supervisor = running;
            outcomes = begun;
            if (interrupted) {
                begun.interrupt();
            }
        }
        CheckRuns runs = new CheckRuns(
                assignment,
                program,
                new OwnPrograms(assignment, setup, workspace),
                new RunRecorder(running, setup.tracing(), workspace.folder("runs")),
                PythonAgent.in(workspace),
                setup,
                options.evidence().orElseGet(() -> workspace.folder("evidence")),
                options.evidence().isPresent());
        try {
            new RubricRun(
                            rubric.rubric().type(),
                            begun,
                            () -> new LanedGrading(begun, runs, options, laneOfCheck()),
                            checksAtOnce,
                            RubricRun.PATIENCE)
                    .run();
        } finally {
            lanesInUse().forEach(Lanes.Lane::leaveAll);
            running.close();
        }
        return begun.inOrder();
    }

    private synchronized Lanes.Lane laneOfCheck() {
        if (checksAtOnce == 1) {
            return lane;
        }
        Lanes.Lane own = lanes.lane();
        lanesOfChecks.add(own);
        if (interrupted) {
            own.interrupt();
        }
        return own;
    }

    private synchronized List<Lanes.Lane> lanesInUse() {
        List<Lanes.Lane> all = new ArrayList<>(lanesOfChecks);
        all.add(lane);
        return all;
    }

    /** A program that could read the rubric or the solution could answer without computing anything. */
    private List<Path> hidden(Assignment assignment, GradeOptions options) {
        List<Path> hidden = new ArrayList<>(List.of(assignment.folder().resolve("rubric")));
        // the archives of classes, which programs need, are in the same cache
        setup.cache().ifPresent(cache -> hidden.add(RubricCompiler.folder(cache)));
        hidden.addAll(assignment.references().values());
        // what other runs are writing; of the rest a program sees what it needs
        hidden.add(workspace.folder());
        options.evidence().ifPresent(hidden::add);
        return hidden;
    }

    /**
     * Ends the grading early: kills what runs and lets nothing begin any more; then {@link #grade} returns what it has.
     * Any thread may call it, more than once.
     */
    public void interrupt() {
        Supervisor running;
        synchronized (this) {
            interrupted = true;
            running = supervisor;
            if (builder != null) {
                builder.interrupt();
            }
            if (outcomes != null) {
                outcomes.interrupt();
            }
        }
        lanesInUse().forEach(Lanes.Lane::interrupt);
        if (running != null) {
            running.interruptAll();
        }
    }

    private synchronized boolean isInterrupted() {
        return interrupted;
    }
}
