package procgrade.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFolder;
import procgrade.assignment.AssignmentReader;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome;
import procgrade.build.Program;
import procgrade.judge.Evidence;
import procgrade.judge.HandMade;
import procgrade.measure.Calibration;
import procgrade.rubric.CalibrationRun;
import procgrade.rubric.Rubric;
import procgrade.rubric.RunRequest;
import procgrade.run.RunSpec;

/** A folder of evidence about a program that tests make up: written as a grading does, and judged again. */
final class Replay {
    private final Path evidence;
    private final Path course;
    private Assignment assignment;

    Replay(Path folder) {
        evidence = folder.resolve("evidence");
        course = folder.resolve("course");
        limit("run.seconds=10");
    }

    Path evidence() {
        return evidence;
    }

    /** From now on the assignment has a line more, and no others. */
    void limit(String line) {
        assignment =
                AssignmentReader.read(AssignmentFolder.piMw(course).line(line).path());
    }

    /** What a grading makes of a run that every request gets. */
    List<CheckOutcome> grade(Class<?> rubric, HandMade run) {
        return grade(rubric, run, run);
    }

    /** Likewise, with another run for requests that ask for the reference solution. */
    List<CheckOutcome> grade(Class<?> rubric, HandMade run, HandMade reference) {
        WritingRuns runs = new WritingRuns(run, reference);
        return outcomes(rubric, outcomes -> new SubmissionGrading(outcomes, runs, 42));
    }

    /** What a rubric makes of the records. */
    List<CheckOutcome> rejudge(Class<?> rubric) {
        return rejudge(rubric, record(true));
    }

    List<CheckOutcome> rejudge(Class<?> rubric, GradingRecord record) {
        RecordedRuns runs = new RecordedRuns(assignment, record, program(), evidence);
        return outcomes(rubric, outcomes -> new ReplayedGrading(outcomes, runs, record));
    }

    private static List<CheckOutcome> outcomes(Class<?> rubric, Function<Outcomes, SubmissionGrading> gradings) {
        Outcomes outcomes = new Outcomes(Rubric.of(rubric).checks(), GradeListener.NONE);
        new RubricRun(rubric, outcomes, () -> gradings.apply(outcomes), 1, RubricRun.PATIENCE).run();
        return outcomes.inOrder();
    }

    private static Program program() {
        return new Program(
                Language.PYTHON, "pi_mw.py", List.of("python3", "pi_mw.py"), Path.of("/"), List.of(), Map.of());
    }

    static GradingRecord record(boolean measured) {
        return new GradingRecord(
                Instant.EPOCH,
                "pi_mw",
                "ada",
                List.of(),
                42,
                List.of(),
                measured,
                2,
                Map.of(),
                new BuildOutcome.Built(program(), List.of(), Duration.ZERO),
                Set.of(RunRequest.Target.REFERENCE));
    }

    static List<CheckOutcome> timeless(List<CheckOutcome> outcomes) {
        return outcomes.stream().map(MadeGrades::timeless).toList();
    }

    /** Runs nothing, and leaves records as if it had. */
    private final class WritingRuns extends NoRuns {
        private final HandMade run;
        private final HandMade reference;

        WritingRuns(HandMade run, HandMade reference) {
            this.run = run;
            this.reference = reference;
        }

        @Override
        public boolean has(RunRequest.Target target) {
            return true;
        }

        @Override
        public Language language() {
            return Language.PYTHON;
        }

        @Override
        public Optional<Path> evidence(String check) {
            return Optional.of(evidence.resolve(check)).filter(Files::isDirectory);
        }

        @Override
        public Evidence run(String check, int number, RunRequest request, Consumer<String> begins) {
            String command = CheckRuns.title(program(), request.arguments());
            // two workers are 1.8 times as fast
            HandMade made = request.timed()
                    ? HandMade.run()
                            .printing("done\n")
                            .taking(request.arguments().get(1).equals("1") ? 1800 : 1000)
                            .master(1)
                            .worker(0, 1000, 950)
                            .worker(0, 1000, 950)
                    : request.target() == RunRequest.Target.REFERENCE ? reference : run;
            Path output = EvidenceFiles.run(evidence, check, number);
            Evidence recorded = MadeEvidence.in(output, made.evidence(), command);
            EvidenceWriter.write(
                    recorded,
                    request,
                    new RunSpec(
                            List.of("python3"),
                            Path.of("/"),
                            List.of(),
                            Map.of(),
                            request.input(),
                            CheckRuns.limits(assignment, request),
                            output),
                    output);
            return recorded;
        }

        @Override
        public CalibrationRun calibrate(String check, int number, int processes) {
            CalibrationRun calibration = new CalibrationRun(
                    new Calibration(processes, Duration.ofMillis(100), Duration.ofMillis(100)), Optional.empty());
            CalibrationFile.write(calibration, EvidenceFiles.calibration(evidence, check, number));
            return calibration;
        }
    }
}
