package procgrade.cli;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import procgrade.assignment.Assignment;
import procgrade.engine.Grade;
import procgrade.engine.GradeListener;
import procgrade.engine.GradeOptions;
import procgrade.engine.GraderSetup;
import procgrade.engine.GradingSession;
import procgrade.engine.Lanes;
import procgrade.engine.Specimen;
import procgrade.engine.Workspace;
import procgrade.submission.Submission;
import procgrade.submission.SubmissionLimits;
import procgrade.submission.SubmissionReader;

/** Grades programs that assignments keep. Several threads may use it at the same time. */
final class SpecimenGrader {
    private static final long SEEDS = 1_000_000;

    private final GraderSetup setup;
    private final Lanes lanes;
    private final Set<GradingSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile boolean interrupted;

    SpecimenGrader(GraderSetup setup, Lanes lanes) {
        this.setup = setup;
        this.lanes = lanes;
    }

    /** The seed of a program: always the same, so that who looks at it again sees the same. */
    static long seed(Assignment assignment, Specimen specimen) {
        String name = assignment.id() + "/" + specimen.language().key() + "/" + specimen.name();
        return Math.floorMod(name.hashCode(), SEEDS);
    }

    /** Grades one; after an interruption, as far as it had come. */
    Grade grade(Assignment assignment, Specimen specimen, GradeOptions options, GradeListener listener) {
        try (Workspace workspace = Workspace.create(false)) {
            Submission submission = SubmissionReader.read(
                    specimen.origin(), workspace.folder().resolve("submission"), SubmissionLimits.DEFAULT);
            GradingSession session = new GradingSession(setup, workspace, listener, lanes);
            sessions.add(session);
            if (interrupted) {
                session.interrupt();
            }
            try {
                return session.grade(assignment, submission, options.in(specimen.language()));
            } finally {
                sessions.remove(session);
            }
        }
    }

    /** Ends all that go on, and lets none begin. Any thread may call it. */
    void interrupt() {
        interrupted = true;
        sessions.forEach(GradingSession::interrupt);
    }

    boolean isInterrupted() {
        return interrupted;
    }
}
