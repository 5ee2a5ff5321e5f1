package procgrade.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import procgrade.assignment.Assignment;
import procgrade.assignment.Language;
import procgrade.build.Program;
import procgrade.judge.Evidence;
import procgrade.rubric.CalibrationRun;
import procgrade.rubric.RunRequest;
import procgrade.run.RunLimits;
import procgrade.run.RunSpec;

/** Turns what a rubric wants into runs of the right program with the limits of the assignment. */
final class CheckRuns implements RunSource {
    /** The variable by which the Java library learns how large the buffers of its queues shall be. */
    static final String PIPE_BYTES = "PROCGRADE_PIPE_BYTES";

    private final Assignment assignment;
    private final Program submission;
    private final OwnPrograms own;
    private final RunRecorder recorder;
    private final PythonAgent agent;
    private final Calibrator calibrator;
    private final int cores;
    private final Path evidence;
    private final boolean evidenceStays;

    /**
     * Runs.
     *
     * @param assignment its limits
     * @param submission the program of the student
     * @param own the assignment's programs
     * @param recorder runs and records
     * @param agent for programs in Python
     * @param setup of the machine
     * @param evidence folder for the records
     * @param evidenceStays whether a report may name that folder
     */
    CheckRuns(
            Assignment assignment,
            Program submission,
            OwnPrograms own,
            RunRecorder recorder,
            PythonAgent agent,
            GraderSetup setup,
            Path evidence,
            boolean evidenceStays) {
        this.assignment = assignment;
        this.submission = submission;
        this.own = own;
        this.recorder = recorder;
        this.agent = agent;
        this.calibrator = Calibrator.ofThisMachine(setup.tools().javaHome());
        this.cores = setup.cores();
        this.evidence = evidence;
        this.evidenceStays = evidenceStays;
    }

    @Override
    public Language language() {
        return submission.language();
    }

    @Override
    public boolean has(RunRequest.Target target) {
        return target == RunRequest.Target.SUBMISSION || own.has(target, language());
    }

    @Override
    public int cores() {
        return cores;
    }

    @Override
    public Optional<Path> evidence(String check) {
        Path folder = evidence.resolve(check);
        return evidenceStays && Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    }

    @Override
    public Evidence run(String check, int number, RunRequest request, Consumer<String> begins) {
        Program program = agent.into(
                request.target() == RunRequest.Target.SUBMISSION
                        ? submission
                        : own.program(request.target(), language()));
        String title = title(program, request.arguments());
        begins.accept(title);
        Path folder = EvidenceFiles.run(evidence, check, number);
        RunSpec spec = spec(program, request, folder);
        Evidence recorded = recorder.run(title, spec, request.timed(), request.holdUps());
        EvidenceWriter.write(recorded, request, spec, folder);
        return recorded;
    }

    private RunSpec spec(Program program, RunRequest request, Path folder) {
        List<String> command = new ArrayList<>(program.command());
        command.addAll(request.arguments());
        Map<String, String> environment = new HashMap<>(program.environment());
        request.pipeBytes().ifPresent(bytes -> environment.put(PIPE_BYTES, Integer.toString(bytes)));
        return new RunSpec(
                command,
                program.folder(),
                program.readable(),
                environment,
                request.input(),
                limits(assignment, request),
                folder);
    }

    /** What a run may use. */
    static RunLimits limits(Assignment assignment, RunRequest request) {
        return new RunLimits(
                request.limit().orElse(assignment.runLimit()),
                assignment.outputBytes(),
                assignment.memoryBytes(),
                assignment.processes(),
                RunLimits.DEFAULT.threads());
    }

    @Override
    public CalibrationRun calibrate(String check, int number, int processes) {
        CalibrationRun run = calibrator.calibrate(processes);
        CalibrationFile.write(run, EvidenceFiles.calibration(evidence, check, number));
        return run;
    }

    /** As a student would type it. */
    static String title(Program program, List<String> arguments) {
        StringBuilder title = new StringBuilder(program.language() == Language.JAVA ? "java " : "python3 ");
        title.append(program.name());
        for (String argument : arguments) {
            boolean plain = argument.matches("[\\p{L}\\p{N}_.,:/+=@%-]+");
            title.append(' ').append(plain ? argument : "'" + argument.replace("'", "'\\''") + "'");
        }
        return title.toString();
    }
}
