package procgrade.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import procgrade.assignment.Assignment;
import procgrade.assignment.Assignments;
import procgrade.assignment.Nearest;
import procgrade.engine.Grade;
import procgrade.engine.GradeOptions;
import procgrade.engine.GraderSetup;
import procgrade.engine.GradingSession;
import procgrade.engine.UnknownCheck;
import procgrade.engine.Workspace;
import procgrade.judge.Verdict;
import procgrade.report.HtmlReport;
import procgrade.report.JUnitXml;
import procgrade.report.JsonReport;
import procgrade.submission.Submission;
import procgrade.submission.SubmissionLimits;
import procgrade.submission.SubmissionReader;

/** {@code procgrade check}: which checks hold for a submission, which do not, and why. */
@Command(
        name = "check",
        header = "Grade one submission.",
        synopsisHeading = "%n  procgrade check                  grade the program in this folder%n"
                + "  procgrade check pi_mw ada.zip    grade an archive for the assignment pi_mw%n%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "",
            "Compiles it, runs it as real processes, and prints a line for each check."
                    + " Exit code 0: no check failed, though this machine may not be able to judge all; 1: some failed.",
            ""
        },
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..2",
            paramLabel = "[ASSIGNMENT] [PATH]",
            hideParamSyntax = true,
            description = "Without them: what is in this folder.")
    private List<String> target = List.of();

    @Option(names = "--only", paramLabel = "CHECK", description = "Try this check and those it needs; may be repeated.")
    private List<String> only = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Converter.class,
            description = "Print text or json.")
    private Format format = Format.TEXT;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write JUnit XML to this file.")
    private Path junit;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write a page with pictures to this file.")
    private Path html;

    @Option(names = "--output", paramLabel = "DIR", description = "Keep all reports and the records of all runs there.")
    private Path output;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Seed.class,
            description = "Use the same inputs as the grading with this seed.")
    private Long seed;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            converter = Jobs.Converter.class,
            description = "Checks at the same time; by default by cores.")
    private int jobs;

    @Option(names = "--keep", description = "Keep the working folder, and say where it is.")
    private boolean keep;

    @Option(names = "--assignments", paramLabel = "DIR", description = "Folder with the assignments of a course.")
    private Path assignments;

    private final ProcgradeCommand root;
    private final Surroundings surroundings;
    private GradingSession session;
    private boolean interrupted;

    CheckCommand(ProcgradeCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    /** {@inheritDoc} */
    @Override
    public Integer call() {
        try (GraderSetup.Probing probing = GraderSetup.beginProbing()) {
            return check();
        }
    }

    private int check() {
        Assignments course = Home.course(assignments);
        GradingTarget wanted = GradingTarget.of(target, course);
        wanted.assignment().ifPresent(name -> GradingTarget.named(name, course));
        if (junit != null) {
            WholeFile.requireWritable(junit);
        }
        if (html != null) {
            WholeFile.requireWritable(html);
        }
        // around the workspace, which is to be gone before the virtual machine is
        try (Interruption interruption = new Interruption(this::interrupt)) {
            return grade(wanted, course).number();
        }
    }

    private ExitCode grade(GradingTarget wanted, Assignments course) {
        Optional<OutputFolder> kept = Optional.ofNullable(output).map(OutputFolder::prepare);
        try (Workspace workspace = Workspace.create(keep)) {
            Submission submission = SubmissionReader.read(
                    wanted.origin(), workspace.folder().resolve("submission"), SubmissionLimits.DEFAULT);
            Assignment assignment = wanted.find(course, submission);
            GradeOptions options = new GradeOptions(seed(), only, Optional.empty(), kept.map(OutputFolder::evidence));
            ExitCode code = grade(assignment, submission, options, workspace, kept);
            if (keep) {
                surroundings.err().println("note: the working folder is " + workspace.folder());
            }
            if (kept.filter(OutputFolder::hasBegun).isPresent()) {
                surroundings.err().println("note: the reports are in " + output);
            }
            return code;
        }
    }

    private synchronized void interrupt() {
        interrupted = true;
        if (session != null) {
            session.interrupt();
        }
    }

    /** An interruption may have come before there was anything to interrupt. */
    private synchronized GradingSession begin(GradingSession begun) {
        session = begun;
        if (interrupted) {
            begun.interrupt();
        }
        return begun;
    }

    private ExitCode grade(
            Assignment assignment,
            Submission submission,
            GradeOptions options,
            Workspace workspace,
            Optional<OutputFolder> kept) {
        GraderSetup setup = GraderSetup.ofThisMachine(Home.folder(), surroundings.environment());
        CheckProgress progress = progress(kept);
        try {
            Grade grade = begin(session(setup, workspace, progress)).grade(assignment, submission, options);
            progress.finish(grade);
            if (format == Format.JSON) {
                surroundings.out().print(JsonReport.inAscii(grade));
            }
            surroundings.out().flush();
            kept.ifPresent(folder -> folder.write(grade));
            if (junit != null) {
                WholeFile.write(junit, JUnitXml.of(grade));
            }
            if (html != null) {
                WholeFile.write(html, HtmlReport.of(grade));
            }
            return exitCode(grade);
        } catch (UnknownCheck unknown) {
            throw new UserFault(
                    ExitCode.USAGE,
                    unknown.getMessage(),
                    "did you mean " + String.join(", ", Nearest.of(unknown.name(), unknown.checks(), 3)) + "?");
        } finally {
            progress.clear();
        }
    }

    private CheckProgress progress(Optional<OutputFolder> kept) {
        return new CheckProgress(surroundings, root.report(), format == Format.TEXT) {
            @Override
            public void recording() {
                kept.ifPresent(OutputFolder::begin);
            }
        };
    }

    private GradingSession session(GraderSetup setup, Workspace workspace, CheckProgress progress) {
        OptionalLong memory = Jobs.availableBytes(surroundings.machine().proc());
        Jobs checks = Jobs.ofChecks(jobs, setup.cores(), memory);
        int atOnce = checks.most() == 1 ? 1 : checks.begun();
        return new GradingSession(setup, workspace, progress, checks.lanes(), atOnce);
    }

    private long seed() {
        return seed == null ? Seed.random() : seed;
    }

    /** A fault of the grader comes before failures: such a grade is not complete. */
    static ExitCode exitCode(Grade grade) {
        if (grade.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        if (grade.count(Verdict.GRADER_ERROR) > 0) {
            return ExitCode.GRADER_FAULT;
        }
        boolean holds = grade.checks().stream()
                .allMatch(check -> !check.finding().verdict().costsPoints());
        return holds ? ExitCode.PASSED : ExitCode.FAILED;
    }

    /** The formats of the result. */
    enum Format {
        TEXT,
        JSON;

        /** Reads the value of {@code --format}. */
        static final class Converter implements ITypeConverter<Format> {
            /** {@inheritDoc} */
            @Override
            public Format convert(String text) {
                for (Format format : values()) {
                    if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
                        return format;
                    }
                }
                throw new TypeConversionException("unknown value '" + text + "' of --format: expected text or json");
            }
        }
    }

    /** Reads a seed. */
    static final class Seed implements ITypeConverter<Long> {
        private static final long SEEDS = 1_000_000_000;

        /** One that nobody knows beforehand. */
        static long random() {
            return new SplittableRandom().nextLong(SEEDS);
        }

        /** {@inheritDoc} */
        @Override
        public Long convert(String text) {
            if (!text.matches("[0-9]{1,15}")) {
                throw new TypeConversionException("'" + text + "' is not a seed: expected a number of up to 15 digits");
            }
            return Long.valueOf(text);
        }
    }
}
