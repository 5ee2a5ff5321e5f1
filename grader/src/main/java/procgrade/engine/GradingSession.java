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
 * checks in their order, each with its runs; every run is recorded and stored before it is judged.
 */
public final class GradingSession {
    private final GraderSetup setup;
    private final Workspace workspace;
    private final GradeListener listener;
    private final Lanes.Lane lane;
    private final long began = System.nanoTime();
    private Supervisor supervisor;
    private SubmissionGrading grading;
    private Thread builder;
    private boolean interrupted;

    /**
     * A session.
     *
     * @param setup of the machine
     * @param workspace for everything that does not outlive the session
     * @param listener is told how it goes
     */
    public GradingSession(GraderSetup setup, Workspace workspace, GradeListener listener) {
        this(setup, workspace, listener, Lanes.ofThisMachine(1, 1, 1));
    }

    /**
     * A session beside others.
     *
     * @param setup of the machine
     * @param workspace for everything that does not outlive the session
     * @param listener is told how it goes
     * @param lanes that it shares with the others
     */
    public GradingSession(GraderSetup setup, Workspace workspace, GradeListener listener, Lanes lanes) {
        this.setup = setup;
        this.workspace = workspace;
        this.listener = listener;
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
        RubricLoading loading = RubricLoading.start(assignment, setup.cache(), workspace);
        listener.building(submission.name());
        Optional<BuildOutcome> build = build(assignment, submission, options.language());
        try (RubricClass rubric = loading.result()) {
            List<CheckDeclaration> checks = rubric.checks(options.only());
            if (build.isEmpty()) {
                return GradeDraft.begun(assignment, submission, options.seed(), setup)
                        .interrupted(List.of(), took());
            }
            GradingRecord record = GradingRecord.of(assignment, submission, options, setup, build.get(), Instant.now());
            options.evidence().ifPresent(folder -> GradingFile.write(record, folder.resolve(EvidenceFiles.GRADING)));
            listener.built(assignment.id(), submission.name(), build.get());
            GradeDraft draft = GradeDraft.of(assignment, record);
            if (build.get() instanceof BuildOutcome.BuildFailed failure) {
                return draft.notBuilt(failure, checks, took());
            }
            Program program = ((BuildOutcome.Built) build.get()).program();
            List<CheckOutcome> outcomes = check(assignment, program, rubric, checks, options);
            return isInterrupted() ? draft.interrupted(outcomes, took()) : draft.complete(outcomes, took());
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
        SubmissionGrading started;
        Supervisor running;
        synchronized (this) {
            supervisor = new Supervisor(setup.sandbox().hiding(hidden(assignment, options)));
            Path evidence = options.evidence().orElseGet(() -> workspace.folder("evidence"));
            CheckRuns runs = new CheckRuns(
                    assignment,
                    program,
                    new OwnPrograms(assignment, setup, workspace),
                    new RunRecorder(supervisor, setup.tracing()),
                    PythonAgent.in(workspace),
                    setup,
                    evidence,
                    options.evidence().isPresent());
            started = new LanedGrading(checks, runs, options, listener, lane);
            grading = started;
            running = supervisor;
            if (interrupted) {
                started.interrupt();
            }
        }
        try {
            new RubricRun(rubric.rubric().type(), started, RubricRun.PATIENCE).run();
        } finally {
            lane.leaveAll();
            running.close();
        }
        return started.outcomes();
    }

    /** A program that could read the rubric or the solution could answer without computing anything. */
    private List<Path> hidden(Assignment assignment, GradeOptions options) {
        List<Path> hidden = new ArrayList<>(List.of(assignment.folder().resolve("rubric")));
        // the archives of classes, which programs need, are in the same cache
        setup.cache().ifPresent(cache -> hidden.add(RubricCompiler.folder(cache)));
        hidden.addAll(assignment.references().values());
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
            if (grading != null) {
                grading.interrupt();
            }
        }
        lane.interrupt();
        if (running != null) {
            running.interruptAll();
        }
    }

    private synchronized boolean isInterrupted() {
        return interrupted;
    }
}
