package procgrade.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import procgrade.assignment.Assignment;
import procgrade.assignment.Language;
import procgrade.build.Program;
import procgrade.judge.Evidence;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.rubric.CalibrationRun;
import procgrade.rubric.CheckFailure;
import procgrade.rubric.RunRequest;
import procgrade.run.RunLimits;
import procgrade.run.RunOutcome;
import procgrade.run.StopReason;

/**
 * Runs that were recorded by an earlier grading. Each record is handed out once, the first that answers the request: so a
 * rubric that has changed still gets what it asked for before, in the order of the runs, and no record of another run.
 */
final class RecordedRuns implements RunSource {
    private static final String HELP =
            "not the submission's fault, and it costs no points: 'procgrade check' runs the program again";

    private final Assignment assignment;
    private final GradingRecord grading;
    private final Program submission;
    private final Path evidence;
    private final List<Path> unused = new ArrayList<>();

    /**
     * Runs.
     *
     * @param assignment its limits now
     * @param grading the grading that was recorded
     * @param submission the program of the student
     * @param evidence folder with the records
     */
    RecordedRuns(Assignment assignment, GradingRecord grading, Program submission, Path evidence) {
        this.assignment = assignment;
        this.grading = grading;
        this.submission = submission;
        this.evidence = evidence;
    }

    @Override
    public Language language() {
        return submission.language();
    }

    @Override
    public boolean has(RunRequest.Target target) {
        return target == RunRequest.Target.SUBMISSION || grading.own().contains(target);
    }

    @Override
    public int cores() {
        return grading.cores();
    }

    @Override
    public Optional<Path> evidence(String check) {
        return Optional.of(evidence.resolve(check)).filter(Files::isDirectory);
    }

    @Override
    public Evidence run(String check, int number, RunRequest request, Consumer<String> begins) {
        if (number == 1) {
            unused.clear();
            unused.addAll(EvidenceFiles.runs(evidence, check));
        }
        RunLimits limits = CheckRuns.limits(assignment, request);
        try {
            for (Iterator<Path> left = unused.iterator(); left.hasNext(); ) {
                EvidenceReader record = EvidenceReader.open(left.next());
                if (answers(record.request(), request) && holds(record.outcome(), record.limits(), limits)) {
                    left.remove();
                    Evidence recorded = record.evidence();
                    begins.accept(recorded.command());
                    return recorded;
                }
            }
        } catch (EvidenceFault damage) {
            throw new CheckFailure(
                    Finding.of(Verdict.GRADER_ERROR, damage.getMessage()).withHelp(HELP));
        }
        throw new CheckFailure(
                Finding.of(Verdict.GRADER_ERROR, "this run was not recorded; grade again: " + title(request))
                        .withHelp(HELP));
    }

    /** Whether a run that answers the request is left of those of the current check. */
    boolean has(RunRequest request) {
        return unused.stream()
                .anyMatch(folder -> answers(EvidenceReader.open(folder).request(), request));
    }

    private String title(RunRequest request) {
        return request.target() == RunRequest.Target.SUBMISSION
                ? CheckRuns.title(submission, request.arguments())
                : "the " + request.target().name().toLowerCase(Locale.ROOT) + " program with "
                        + String.join(" ", request.arguments());
    }

    /** Whether one run would have been made for both. */
    private static boolean answers(RunRequest recorded, RunRequest wanted) {
        return recorded.arguments().equals(wanted.arguments())
                && recorded.target() == wanted.target()
                && recorded.input().equals(wanted.input())
                && recorded.pipeBytes().equals(wanted.pipeBytes())
                && recorded.holdUps().equals(wanted.holdUps())
                && recorded.timed() == wanted.timed()
                && (recorded.undisturbed() || !wanted.undisturbed());
    }

    /** Whether a run would have ended in the same way with the limits that it would have now. */
    private static boolean holds(RunOutcome outcome, RunLimits then, RunLimits now) {
        Optional<StopReason> stopped = outcome.ending().stopped();
        if (stopped.filter(StopReason.INTERRUPTED::equals).isPresent()) {
            return false;
        }
        Duration wall = outcome.wall();
        boolean inTime = now.wall().equals(then.wall()) || wall.compareTo(now.wall()) <= 0;
        boolean sameLimit = stopped.map(reason -> switch (reason) {
                    case TIME_LIMIT -> now.wall().equals(then.wall());
                    case OUTPUT_LIMIT -> now.outputBytes() == then.outputBytes();
                    case MEMORY_LIMIT -> now.memoryBytes() == then.memoryBytes();
                    case PROCESS_LIMIT -> now.processes() == then.processes() && now.threads() == then.threads();
                    case DEADLOCK, INTERRUPTED -> true;
                })
                .orElse(true);
        return inTime && sameLimit;
    }

    @Override
    public CalibrationRun calibrate(String check, int number, int processes) {
        Path file = EvidenceFiles.calibration(evidence, check, number);
        try {
            if (Files.exists(file)) {
                CalibrationRun recorded = CalibrationFile.read(file);
                if (recorded.calibration().processes() == processes) {
                    return recorded;
                }
            }
        } catch (EvidenceFault damage) {
            throw new CheckFailure(
                    Finding.of(Verdict.GRADER_ERROR, damage.getMessage()).withHelp(HELP));
        }
        throw new CheckFailure(Finding.of(
                        Verdict.GRADER_ERROR,
                        "this calibration was not recorded; grade again: " + processes
                                + " processes at the same time, number " + number + " of this check")
                .withHelp(HELP));
    }
}
