package procgrade.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import procgrade.assignment.Assignment;
import procgrade.collect.HandIn;
import procgrade.engine.Grade;
import procgrade.engine.GradeListener;
import procgrade.engine.GradeOptions;
import procgrade.engine.GraderSetup;
import procgrade.engine.GradingSession;
import procgrade.engine.Lanes;
import procgrade.engine.Workspace;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;
import procgrade.submission.EnvironmentFault;
import procgrade.submission.Submission;
import procgrade.submission.SubmissionFault;
import procgrade.submission.SubmissionLimits;
import procgrade.submission.SubmissionReader;

/** Grades hand-ins by building and running them on this machine. */
public final class SessionGrader implements HandInGrader {
    /** With less than this on a disk nobody can tell a fault of the grader from a lack of room. */
    private static final long LEAST_BYTES = 32_000_000;

    private final Assignment assignment;
    private final GraderSetup setup;
    private final Lanes lanes;
    private final boolean measured;
    private final SubmissionLimits limits;
    private final Path scratch;
    private final SubmissionReports reports;
    private final Set<GradingSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile boolean interrupted;

    /**
     * A grader.
     *
     * @param assignment what was asked for
     * @param setup of the machine
     * @param lanes that all gradings share
     * @param measured whether speedups are measured
     * @param limits of what is handed in
     * @param scratch folder for temporary files; hand-ins that were unpacked there are removed when they are graded
     * @param reports writes what is kept of each
     */
    public SessionGrader(
            Assignment assignment,
            GraderSetup setup,
            Lanes lanes,
            boolean measured,
            SubmissionLimits limits,
            Path scratch,
            SubmissionReports reports) {
        this.assignment = assignment;
        this.setup = setup;
        this.lanes = lanes;
        this.measured = measured;
        this.limits = limits;
        this.scratch = scratch;
        this.reports = reports;
    }

    /** {@inheritDoc} */
    @Override
    public Optional<Row> grade(HandIn handIn, long seed, Path files) throws IOException {
        requireRoom(files);
        try (Workspace workspace = Workspace.create(scratch, false)) {
            Submission read =
                    SubmissionReader.read(handIn.origin(), workspace.folder().resolve("submission"), limits);
            Submission named = new Submission(handIn.title(), read.folder(), read.files(), read.notices());
            Grade grade = grade(named, seed, files, workspace);
            if (grade.interrupted()) {
                return Optional.empty();
            }
            Row row = Rows.graded(handIn, grade);
            if (grade.count(Verdict.GRADER_ERROR) > 0) {
                requireRoom(files);
            }
            reports.write(handIn, grade, Rows.joined(handIn, row), files);
            removeUnpacked(handIn);
            return Optional.of(row);
        } catch (SubmissionFault fault) {
            return Optional.of(Rows.refused(handIn, fault, seed));
        } catch (RuntimeException | Error bug) {
            if (interrupted) {
                return Optional.empty();
            }
            requireRoom(files);
            throw bug;
        }
    }

    private Grade grade(Submission submission, long seed, Path files, Workspace workspace) throws IOException {
        GradeOptions options =
                new GradeOptions(seed, List.of(), Optional.empty(), Optional.of(files.toRealPath()), measured);
        GradingSession session = new GradingSession(setup, workspace, GradeListener.NONE, lanes);
        sessions.add(session);
        try {
            if (interrupted) {
                session.interrupt();
            }
            return session.grade(assignment, submission, options);
        } finally {
            sessions.remove(session);
        }
    }

    /** A full disk makes components fail in many ways, and none of them says anything about the submission. */
    private void requireRoom(Path files) throws IOException {
        for (Path folder : List.of(files, scratch)) {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < LEAST_BYTES) {
                throw new EnvironmentFault(
                        "there are only " + free / 1_000_000 + " MB left on the disk of " + folder
                                + ", and a grading needs " + LEAST_BYTES / 1_000_000,
                        "make room there, then start the same command again: what is graded stays");
            }
        }
    }

    private void removeUnpacked(HandIn handIn) {
        if (handIn.origin().startsWith(scratch)) {
            Workspace.remove(handIn.origin());
        }
    }

    /** {@inheritDoc} */
    @Override
    public void interrupt() {
        interrupted = true;
        sessions.forEach(GradingSession::interrupt);
    }
}
