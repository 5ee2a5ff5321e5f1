package procgrade.engine;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import procgrade.assignment.Assignment;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome;
import procgrade.build.BuildTools;
import procgrade.build.Builder;
import procgrade.build.Program;
import procgrade.rubric.RubricFault;
import procgrade.rubric.RunRequest.Target;
import procgrade.run.RunFault;
import procgrade.submission.EnvironmentFault;
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
    private final Map<Target, Made> built = new ConcurrentHashMap<>();

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
     * A program. What keeps it from being built is found out once, and then thrown each time.
     *
     * @throws RubricFault if it cannot be built
     * @throws RunFault if this machine lacks what building needs
     */
    Program program(Target target, Language language) {
        return built.computeIfAbsent(target, wanted -> Made.by(() -> build(wanted, language)))
                .program();
    }

    /** A program, or why there is none: one of the two is null. */
    private record Made(Program made, RuntimeException fault) {
        static Made by(Supplier<Program> build) {
            try {
                return new Made(build.get(), null);
            } catch (EnvironmentFault lack) {
                return new Made(null, new RunFault(lack.getMessage() + ": " + lack.wayOut(), lack));
            } catch (RuntimeException fault) {
                return new Made(null, fault);
            }
        }

        Program program() {
            if (fault != null) {
                throw fault;
            }
            return made;
        }
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
            throw cannotBuild(source, ((BuildOutcome.BuildFailed) outcome).rationale());
        } catch (SubmissionFault fault) {
            throw cannotBuild(source, fault.getMessage());
        }
    }

    private static RubricFault cannotBuild(Path source, String reason) {
        return new RubricFault("the assignment's own program cannot be built: " + source + ": " + reason);
    }

    private static String main(Path source, Language language) {
        String file = source.getFileName().toString();
        return language == Language.JAVA
                ? file.substring(0, file.length() - language.ending().length())
                : file;
    }
}
