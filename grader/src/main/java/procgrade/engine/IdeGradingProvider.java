package procgrade.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentReader;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome;
import procgrade.build.Builder;
import procgrade.rubric.Grading;
import procgrade.rubric.GradingProvider;
import procgrade.rubric.Rubric;
import procgrade.rubric.RubricFault;
import procgrade.run.Supervisor;
import procgrade.submission.Submission;
import procgrade.submission.SubmissionLimits;
import procgrade.submission.SubmissionReader;

/**
 * Lets a rubric run as a plain JUnit test: on the reference solution, or on what the system property
 * {@code procgrade.submission} names. procgrade's folder is that of {@code procgrade.home}, or the nearest one above the
 * working folder in which the assignment is found.
 */
public final class IdeGradingProvider implements GradingProvider {
    private static final long SEED = 1;
    private static final String SUBMISSION = "procgrade.submission";
    private static final String HOME = "procgrade.home";

    /** For {@link java.util.ServiceLoader}. */
    public IdeGradingProvider() {}

    @Override
    public Grading open(String assignment, Class<?> rubric) {
        Path home = home(assignment);
        Assignment wanted = AssignmentReader.read(home.resolve("assignments").resolve(assignment));
        Workspace workspace = Workspace.create(false);
        GraderSetup setup = GraderSetup.ofThisMachine(home, System.getenv());
        Optional<Path> named =
                Optional.ofNullable(System.getProperty(SUBMISSION)).map(Path::of);
        BuildOutcome outcome = build(wanted, named, setup, workspace);
        if (!(outcome instanceof BuildOutcome.Built built)) {
            workspace.close();
            throw new RubricFault(
                    "the submission cannot be built: " + ((BuildOutcome.BuildFailed) outcome).rationale());
        }
        CheckRuns runs = new CheckRuns(
                wanted,
                built.program(),
                new OwnPrograms(wanted, setup, workspace),
                new RunRecorder(
                        new Supervisor(setup.sandbox().hiding(List.of(workspace.folder()))),
                        setup.tracing(),
                        workspace.folder("runs")),
                PythonAgent.in(workspace),
                setup,
                workspace.folder("evidence"),
                false);
        return new SubmissionGrading(new Outcomes(Rubric.of(rubric).checks(), GradeListener.NONE), runs, SEED) {
            @Override
            public void close() {
                workspace.close();
            }
        };
    }

    private static BuildOutcome build(
            Assignment assignment, Optional<Path> named, GraderSetup setup, Workspace workspace) {
        Path work = workspace.folder("build");
        Optional<Language> reference = List.of(Language.values()).stream()
                .filter(language -> assignment.references().containsKey(language))
                .findFirst();
        Path origin = named.or(() -> reference.map(assignment.references()::get))
                .orElseThrow(() -> new RubricFault(assignment.id()
                        + " has no reference solution: name a submission with" + " -D" + SUBMISSION + "=PATH"));
        Submission copy =
                SubmissionReader.read(origin, workspace.folder().resolve("submission"), SubmissionLimits.DEFAULT);
        return named.isPresent()
                ? Builder.build(copy, assignment, setup.tools(), work)
                : Builder.build(copy, reference.get(), assignment.main(reference.get()), setup.tools(), work);
    }

    private static Path home(String assignment) {
        String property = System.getProperty(HOME, "");
        Path folder = Path.of(property).toAbsolutePath();
        while (folder != null) {
            if (Files.exists(folder.resolve("assignments").resolve(assignment).resolve("assignment.properties"))) {
                return folder;
            }
            folder = property.isEmpty() ? folder.getParent() : null;
        }
        throw new RubricFault("there is no assignment " + assignment + " in the working folder or above: name"
                + " procgrade's folder with -D" + HOME + "=FOLDER");
    }
}
