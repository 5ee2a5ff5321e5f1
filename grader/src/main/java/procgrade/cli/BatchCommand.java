package procgrade.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import procgrade.assignment.Assignment;
import procgrade.assignment.Assignments;
import procgrade.batch.BatchFolder;
import procgrade.batch.Selection;
import procgrade.collect.Layout;
import procgrade.judge.Verdict;

/** {@code procgrade batch}: grades a class, and goes on where it was if it was ended. */
@Command(
        name = "batch",
        header = "Grade a class.",
        synopsisHeading = "%n  procgrade batch pi_mw submissions.zip    what the LMS exported%n%nUsage: ",
        customSynopsis = "procgrade batch [OPTIONS] ASSIGNMENT SOURCE",
        description = {"", "Ended early and started again, it does only what is missing or has changed.", ""},
        sortOptions = false)
final class BatchCommand implements Callable<Integer> {
    private static final String AGAIN = "--again";
    private static final String ALL = "all";

    @Parameters(index = "0", paramLabel = "ASSIGNMENT", hidden = true)
    private String assignment;

    @Parameters(index = "1", paramLabel = "SOURCE", description = "Folder or archive with the hand-ins of the class.")
    private Path source;

    @Option(names = "--output", paramLabel = "DIR", description = "Where all results go; by default SOURCE-graded.")
    private Path output;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            converter = LayoutName.class,
            description = "One of folder, canvas, moodle, gradescope, clones.")
    private Layout layout;

    @Option(names = "--roster", paramLabel = "CSV", description = "Who is in the class: tells who is missing.")
    private Path roster;

    @Option(names = "--canvas", paramLabel = "CSV", description = "Canvas's gradebook: a copy is filled in.")
    private Path canvas;

    @Option(names = "--moodle", paramLabel = "CSV", description = "Moodle's grading worksheet: a copy is filled in.")
    private Path moodle;

    @Option(names = "--column", paramLabel = "NAME", description = "Its column for this assignment.")
    private String column;

    @Option(names = "--only", paramLabel = "STUDENT", description = "Grade them only; may be repeated.")
    private List<String> only = List.of();

    @Option(
            names = AGAIN,
            paramLabel = "VERDICT",
            converter = VerdictName.class,
            description = "Grade again what came to that, or all.")
    private List<String> again = List.of();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            converter = Jobs.Converter.class,
            description = "At the same time; by default by cores and memory.")
    private int jobs;

    @Option(
            names = "--speedups",
            paramLabel = "WHOSE",
            converter = MeasuredName.class,
            description = "Measure those of none or all (default).")
    private String measured = ALL;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = CheckCommand.Seed.class,
            description = "Of all inputs; by default that of the last time.")
    private Long seed;

    @Option(names = "--assignments", paramLabel = "DIR", description = "Folder with the assignments of a course.")
    private Path assignments;

    @Spec
    private CommandSpec spec;

    private final ProcgradeCommand root;
    private final Surroundings surroundings;

    BatchCommand(ProcgradeCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    /** {@inheritDoc} */
    @Override
    public Integer call() {
        Assignments course = Home.course(assignments);
        Assignment wanted = GradingTarget.named(assignment, course);
        requireFiles();
        Path folder = output == null ? usualOutput() : output;
        requireFitting(folder, wanted);
        BatchOptions options = new BatchOptions(
                wanted,
                source,
                folder,
                Optional.ofNullable(layout),
                Optional.ofNullable(roster),
                Optional.ofNullable(canvas),
                Optional.ofNullable(moodle),
                Optional.ofNullable(column),
                selection(),
                jobs,
                measured.equals(ALL),
                Optional.ofNullable(seed));
        String anew = command(withoutAgain(typed()));
        return new BatchSession(options, surroundings, root.palette(), command(typed()), anew)
                .run()
                .number();
    }

    private void requireFiles() {
        if (!Files.exists(source)) {
            throw new UserFault(
                    ExitCode.NOTHING_TO_GRADE,
                    "there is no file or folder " + source,
                    "name the folder or archive with the hand-ins of the class");
        }
        for (Path file : new Path[] {roster, canvas, moodle}) {
            if (file != null && !Files.isReadable(file)) {
                throw new UserFault(ExitCode.USAGE, "cannot read " + file, "name a file that exists");
            }
        }
        if (column != null && canvas == null && moodle == null) {
            throw new UserFault(
                    ExitCode.USAGE, "--column says nothing without --canvas or --moodle", "add one of them");
        }
    }

    /** Beside the folder that one is in, unless that is the class itself: else it would be graded the next time. */
    private Path usualOutput() {
        Path absolute = source.toAbsolutePath().normalize();
        String name = absolute.getFileName() == null
                ? "class"
                : absolute.getFileName().toString().replaceFirst("(?i)\\.(zip|tar|tgz|tar\\.gz)$", "");
        Path here = Path.of(name + "-graded");
        return here.toAbsolutePath().startsWith(absolute) ? absolute.resolveSibling(name + "-graded") : here;
    }

    private void requireFitting(Path folder, Assignment wanted) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.startsWith(source.toAbsolutePath().normalize())) {
            throw new UserFault(
                    ExitCode.USAGE,
                    folder + " is inside " + source + ", and would be graded the next time",
                    "let --output name a folder elsewhere");
        }
        if (BatchFolder.isForeign(folder)) {
            throw new UserFault(
                    ExitCode.USAGE,
                    folder + " exists, and procgrade has not made it",
                    "let --output name an empty folder, or one that a batch has made");
        }
        String other = BatchFolder.settings(folder).getOrDefault("assignment", wanted.id());
        if (!other.equals(wanted.id())) {
            throw new UserFault(
                    ExitCode.USAGE,
                    folder + " holds the grading of another assignment, " + other,
                    "let --output name another folder");
        }
    }

    private Selection selection() {
        Set<Verdict> verdicts = new TreeSet<>();
        again.stream().filter(name -> !name.equals(ALL)).forEach(name -> verdicts.add(Verdict.valueOf(name)));
        return new Selection(only, verdicts, again.contains(ALL));
    }

    /** What was typed. */
    private List<String> typed() {
        return spec.commandLine().getParseResult().originalArgs();
    }

    private static List<String> withoutAgain(List<String> words) {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals(AGAIN)) {
                i++;
            } else if (!words.get(i).startsWith(AGAIN + "=")) {
                others.add(words.get(i));
            }
        }
        return others;
    }

    private static String command(List<String> words) {
        return new AgainCommand(Path.of("").toAbsolutePath(), Home.folder().resolve("procgrade"), Optional.empty())
                .of(words);
    }

    /** Reads the name of a layout. */
    static final class LayoutName implements ITypeConverter<Layout> {
        /** {@inheritDoc} */
        @Override
        public Layout convert(String text) {
            for (Layout layout : Layout.values()) {
                if (layout.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return layout;
                }
            }
            throw new TypeConversionException(
                    "unknown value '" + text + "' of --layout: expected folder, canvas, moodle, gradescope or clones");
        }
    }

    /** Reads the name of a verdict, or {@code all}. */
    static final class VerdictName implements ITypeConverter<String> {
        /** {@inheritDoc} */
        @Override
        public String convert(String text) {
            if (text.equals(ALL)) {
                return ALL;
            }
            for (Verdict verdict : Verdict.values()) {
                if (verdict.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                    return verdict.name();
                }
            }
            throw new TypeConversionException(
                    "unknown value '" + text + "' of --again: expected a verdict such as not_measurable, or all");
        }
    }

    /** Reads whose speedups are measured; not as a boolean, whose options picocli takes for switches. */
    static final class MeasuredName implements ITypeConverter<String> {
        /** {@inheritDoc} */
        @Override
        public String convert(String text) {
            if (!text.equals("none") && !text.equals(ALL)) {
                throw new TypeConversionException("unknown value '" + text + "' of --speedups: expected none or all");
            }
            return text;
        }
    }
}
