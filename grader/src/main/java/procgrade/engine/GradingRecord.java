package procgrade.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import procgrade.assignment.Assignment;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome;
import procgrade.rubric.RunRequest;
import procgrade.submission.Submission;

/**
 * What is known of a grading when its checks begin. Together with the evidence of the runs it is all that a grade depends
 * on, apart from the rubric.
 *
 * @param recordedAt when the checks began
 * @param assignment id of the assignment
 * @param submission name of the submission
 * @param notices what a reader should know about submission and machine, a sentence each
 * @param seed of the varying inputs
 * @param only ids of the checks that were asked for; empty for all
 * @param measured whether speedups were measured
 * @param cores that programs could use at the same time
 * @param environment facts about the machine, by name
 * @param build what came of building the submission
 * @param own programs of the assignment that were there in the submission's language
 */
public record GradingRecord(
        Instant recordedAt,
        String assignment,
        String submission,
        List<String> notices,
        long seed,
        List<String> only,
        boolean measured,
        int cores,
        Map<String, String> environment,
        BuildOutcome build,
        Set<RunRequest.Target> own) {
    /** Copies the collections. */
    public GradingRecord {
        notices = List.copyOf(notices);
        only = List.copyOf(only);
        environment = Map.copyOf(environment);
        own = Set.copyOf(own);
    }

    /**
     * Reads what a grading has left.
     *
     * @param evidence the folder that the grading was told to keep its evidence in
     * @return what was known
     * @throws EvidenceFault if there is no such record, or it is damaged
     */
    public static GradingRecord read(Path evidence) {
        return GradingFile.read(evidence.resolve(EvidenceFiles.GRADING));
    }

    static GradingRecord of(
            Assignment assignment,
            Submission submission,
            GradeOptions options,
            GraderSetup setup,
            BuildOutcome build,
            Instant now) {
        List<String> notices = new ArrayList<>(submission.notices());
        Set<RunRequest.Target> own = EnumSet.noneOf(RunRequest.Target.class);
        if (build instanceof BuildOutcome.Built built) {
            notices.addAll(built.notices());
            if (!setup.sandbox().works()) {
                notices.add(setup.sandbox().notice());
            }
            Language language = built.program().language();
            Stream.of(RunRequest.Target.SEQUENTIAL, RunRequest.Target.REFERENCE)
                    .filter(target -> OwnPrograms.sources(assignment, target).containsKey(language))
                    .forEach(own::add);
        }
        return new GradingRecord(
                now,
                assignment.id(),
                submission.name(),
                notices,
                options.seed(),
                options.only(),
                options.measured(),
                setup.cores(),
                setup.environment(),
                build,
                own);
    }
}
