package procgrade.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import procgrade.assignment.Assignment;
import procgrade.assignment.Assignments;
import procgrade.batch.Batch;
import procgrade.batch.BatchFolder;
import procgrade.batch.BatchKey;
import procgrade.engine.EvidenceFault;
import procgrade.engine.Grade;
import procgrade.engine.GradeListener;
import procgrade.engine.GraderSetup;
import procgrade.engine.Rejudging;
import procgrade.engine.RubricEdition;
import procgrade.engine.Workspace;
import procgrade.judge.Verdict;
import procgrade.report.Palette;
import procgrade.submission.SubmissionLimits;

/** Judges a whole class again by today's rubric, from what was recorded. */
final class BatchRejudge {
    private final Path output;
    private final Optional<Path> assignments;
    private final Surroundings surroundings;
    private final Palette palette;
    private Batch batch;
    private Rejudging rejudging;
    private boolean interrupted;

    BatchRejudge(Path output, Optional<Path> assignments, Surroundings surroundings, Palette palette) {
        this.output = output;
        this.assignments = assignments;
        this.surroundings = surroundings;
        this.palette = palette;
    }

    /** Whether a folder is that of a batch. */
    static boolean isBatch(Path folder) {
        return !BatchFolder.settings(folder).isEmpty();
    }

    ExitCode run() {
        Map<String, String> settings = BatchFolder.settings(output);
        Assignment assignment = GradingTarget.named(settings.getOrDefault("assignment", ""), course(settings));
        GraderSetup setup = GraderSetup.ofThisMachine(Home.folder(), surroundings.environment());
        RubricEdition edition = RubricEdition.of(assignment, setup);
        BatchKey key = BatchKey.of(
                edition,
                Long.parseLong(settings.getOrDefault("seed", "0")),
                Boolean.parseBoolean(settings.getOrDefault("measured", "true")),
                SubmissionLimits.DEFAULT);
        PrintWriter out = surroundings.out();
        try (Interruption interruption = new Interruption(this::interrupt);
                BatchFolder folder = BatchFolder.open(output, settings, InstantSource.system());
                Workspace workspace = Workspace.create(folder.scratch(), false)) {
            Rejudging judges = Rejudging.of(assignment, workspace, surroundings.environment());
            Batch opened = Batch.reopen(folder, key);
            begin(opened, judges);
            SubmissionFiles files = new SubmissionFiles(assignment, edition.points());
            int judged = rejudge(opened, judges, files);
            if (isInterrupted()) {
                out.println(
                        "interrupted: " + judged + " were judged again; what is graded stays, start again to go on");
                out.flush();
                return ExitCode.INTERRUPTED;
            }
            out.println("judged " + judged + " again, nothing was run; what needs a run is left to 'procgrade batch'");
            ExitCode code = new ClassResult(folder, ClassFiles.of(settings), files, setup.environment())
                    .finish(opened, out, palette, "procgrade batch " + assignment.id() + " ...");
            out.flush();
            return code;
        }
    }

    /** That which somebody names, else that by which the class was graded. */
    private Assignments course(Map<String, String> settings) {
        return Home.course(assignments
                .or(() -> Optional.ofNullable(settings.get("assignmentFolder"))
                        .map(folder -> Path.of(folder).getParent())
                        .filter(Files::isDirectory))
                .orElse(null));
    }

    private int rejudge(Batch opened, Rejudging judges, SubmissionFiles files) {
        ProgressPanel panel = new ProgressPanel(surroundings.err(), surroundings.canErase(), surroundings.columns());
        BatchProgress progress = BatchProgress.quiet(panel, opened.known(), System::nanoTime);
        try {
            return opened.rejudge(evidence -> judge(judges, evidence), files, progress);
        } finally {
            progress.clear();
        }
    }

    private synchronized void begin(Batch opened, Rejudging judges) {
        batch = opened;
        rejudging = judges;
        if (interrupted) {
            interrupt();
        }
    }

    private synchronized void interrupt() {
        interrupted = true;
        if (batch != null) {
            batch.interrupt();
            rejudging.interrupt();
        }
    }

    private synchronized boolean isInterrupted() {
        return interrupted;
    }

    /** Empty if the records do not suffice for today's rubric. */
    private Optional<Grade> judge(Rejudging judges, Path evidence) {
        try {
            Grade grade = judges.judge(evidence, GradeListener.NONE);
            boolean whole = !grade.interrupted() && grade.count(Verdict.GRADER_ERROR) == 0;
            return whole ? Optional.of(grade) : Optional.empty();
        } catch (EvidenceFault damaged) {
            return Optional.empty();
        }
    }
}
