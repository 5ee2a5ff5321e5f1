package procgrade.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFault;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome;
import procgrade.build.BuildTools;
import procgrade.build.Builder;
import procgrade.build.Program;
import procgrade.rubric.RunRequest.Target;
import procgrade.submission.Submission;
import procgrade.submission.SubmissionFault;
import procgrade.submission.SubmissionLimits;
import procgrade.submission.SubmissionReader;

/**
 * The reference solution and the sequential program of an assignment, built when they are first asked for. Safe for use
 * by several threads.
 */
final class OwnPrograms {
    private final Assignment assignment;
    private final BuildTools tools;
    private final Optional<Path> cache;
    private final Workspace workspace;
    private final Map<Target, Program> built = new ConcurrentHashMap<>();

    OwnPrograms(Assignment assignment, GraderSetup setup, Workspace workspace) {
        this.assignment = assignment;
        this.tools = setup.tools();
        this.cache = setup.cache();
        this.workspace = workspace;
    }

    boolean has(Target target, Language language) {
        return sources(assignment, target).containsKey(language);
    }

    /** Those that an assignment has, by their language. */
    static Map<Language, Path> sources(Assignment assignment, Target target) {
        return target == Target.SEQUENTIAL ? assignment.sequentials() : assignment.references();
    }

    /**
     * A program.
     *
     * @throws AssignmentFault if it cannot be built
     */
    Program program(Target target, Language language) {
        return built.computeIfAbsent(target, wanted -> build(wanted, language));
    }

    private Program build(Target target, Language language) {
        Path source = sources(assignment, target).get(language);
        boolean sequential = target == Target.SEQUENTIAL;
        Path folder = sequential ? source.getParent() : source;
        String main = sequential ? main(source, language) : assignment.main(language);
        Path work = workspace.folder(target.name().toLowerCase(Locale.ROOT));
        try {
            Submission copy = SubmissionReader.read(folder, work.resolve("sources"), SubmissionLimits.DEFAULT);
            // not the solution: programs can read what is in the cache
            boolean keeps = sequential && language == Language.JAVA;
            KeptClasses classes = new KeptClasses(keeps ? cache : Optional.empty(), copy, main, tools);
            Optional<Program> kept = classes.copiedTo(work.resolve("kept"));
            if (kept.isPresent()) {
                return kept.get();
            }
            BuildOutcome outcome = Builder.build(copy, language, main, tools, work.resolve("classes"));
            if (outcome instanceof BuildOutcome.Built success) {
                classes.keep(success.program());
                return success.program();
            }
            BuildOutcome.BuildFailed failure = (BuildOutcome.BuildFailed) outcome;
            throw new AssignmentFault(List.of(source + ": " + failure.rationale()));
        } catch (SubmissionFault fault) {
            throw new AssignmentFault(List.of(source + ": " + fault.getMessage()));
        }
    }

    private static String main(Path source, Language language) {
        String file = source.getFileName().toString();
        return language == Language.JAVA
                ? file.substring(0, file.length() - language.ending().length())
                : file;
    }
}
