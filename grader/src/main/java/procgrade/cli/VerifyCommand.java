package procgrade.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFault;
import procgrade.assignment.Assignments;
import procgrade.assignment.Language;
import procgrade.engine.GraderSetup;
import procgrade.engine.Hogs;
import procgrade.engine.Lanes;
import procgrade.engine.Specimen;

/** {@code procgrade verify}: whether the rubrics accept and reject what they should. */
@Command(
        name = "verify",
        header = "Check the rubrics: references must pass, skeletons and bad programs must fail.",
        synopsisHeading = "%n  procgrade verify pi_mw                  the programs of one assignment%n"
                + "  procgrade verify --repeat 20 --hog 1    the references, on a busy machine%n%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "",
            "Prints a line for each: what became of its checks (P passed, f failed, s skipped, - not measurable, E fault"
                    + " of the grader, . not tried), and whether it should. A bad program must fail exactly where its"
                    + " comments 'expect: CHECK VERDICT' say. Exit code 1 if something differs.",
            ""
        },
        sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "ASSIGNMENT", description = "Names of assignments; by default all.")
    private List<String> names = List.of();

    @Option(names = "--only", paramLabel = "NAME", description = "reference, skeleton, or a folder in bad/.")
    private List<String> only = List.of();

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            converter = LanguageName.class,
            description = "Only programs in java or python.")
    private Language language;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            converter = Jobs.Converter.class,
            description = "At the same time; by default one on each core.")
    private int jobs;

    @Option(
            names = "--speedups",
            paramLabel = "WHOSE",
            converter = MeasuringName.class,
            description = "Measure those of none, few (default) or all.")
    private Verification.Measuring measuring = Verification.Measuring.FEW;

    @Option(names = "--repeat", paramLabel = "N", description = "Only count full marks of the references in N rounds.")
    private int repeat;

    @Option(names = "--hog", paramLabel = "K", description = "Meanwhile let K processes compute without end.")
    private int hogs;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Keep the count of --repeat in it, and go on from it.")
    private Path record;

    @Option(names = "--assignments", paramLabel = "DIR", description = "Folder with the assignments of a course.")
    private Path assignments;

    private final ProcgradeCommand root;
    private final Surroundings surroundings;

    VerifyCommand(ProcgradeCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    /** {@inheritDoc} */
    @Override
    public Integer call() {
        if (repeat < 0 || hogs < 0) {
            throw new UserFault(
                    ExitCode.USAGE,
                    "--repeat and --hog need numbers of 0 or more: " + repeat + ", " + hogs,
                    "leave them out for one round with nothing beside");
        }
        if (record != null && repeat == 0) {
            throw new UserFault(ExitCode.USAGE, "--record keeps the count of --repeat N", "give both, or none");
        }
        List<Language> languages = language == null ? List.of(Language.values()) : List.of(language);
        SpecimenSelection selection = new SpecimenSelection(languages, only);
        List<Assignment> chosen = chosen();
        selection.requireKnown(chosen);
        GraderSetup setup = GraderSetup.ofThisMachine(Home.folder(), surroundings.environment());
        int lanes = jobs == 0 ? setup.cores() : jobs;
        int most = repeat > 0 && jobs == 0 ? Math.max(lanes, most(setup)) : lanes;
        SpecimenGrader grader = new SpecimenGrader(setup, Lanes.ofThisMachine(lanes, most, 1));
        try (Hogs beside = Hogs.start(hogs, setup);
                Interruption interruption = new Interruption(grader::interrupt)) {
            ExitCode code = repeat > 0
                    ? repeated(grader, chosen, selection, most)
                    : new Verification(grader, surroundings, root.palette(), selection, lanes, measuring, again())
                            .all(chosen);
            return code.number();
        }
    }

    /** While programs sleep, others may be graded: solutions do so for much of their time. */
    private int most(GraderSetup setup) {
        return Jobs.most(
                setup.cores(), Jobs.availableBytes(surroundings.machine().proc()));
    }

    private AgainCommand again() {
        return new AgainCommand(
                Path.of("").toAbsolutePath(),
                Home.folder().resolve("procgrade"),
                Optional.ofNullable(assignments).map(Path::toString));
    }

    private ExitCode repeated(SpecimenGrader grader, List<Assignment> chosen, SpecimenSelection selection, int most) {
        List<Repetition.Reference> references = chosen.stream()
                .flatMap(assignment -> selection.of(assignment).stream()
                        .filter(specimen -> specimen.kind() == Specimen.Kind.REFERENCE)
                        .map(specimen -> new Repetition.Reference(assignment, specimen)))
                .toList();
        boolean measured = measuring != Verification.Measuring.NONE;
        Optional<RepetitionRecord> opened = Optional.ofNullable(record)
                .map(file ->
                        RepetitionRecord.open(file, "--hog " + hogs + " --speedups=" + (measured ? "few" : "none")));
        try {
            return new Repetition(grader, surroundings, root.palette(), most, measured, opened)
                    .repeat(references, repeat);
        } finally {
            opened.ifPresent(RepetitionRecord::close);
        }
    }

    private List<Assignment> chosen() {
        Assignments course = Home.course(assignments);
        if (!names.isEmpty()) {
            return names.stream().map(name -> GradingTarget.named(name, course)).toList();
        }
        List<AssignmentFault> faults = new ArrayList<>();
        List<Assignment> all = course.readable(faults);
        if (!faults.isEmpty()) {
            throw faults.get(0);
        }
        return all;
    }

    /** Reads the name of a language. */
    static final class LanguageName implements ITypeConverter<Language> {
        /** {@inheritDoc} */
        @Override
        public Language convert(String text) {
            for (Language language : Language.values()) {
                if (language.key().equals(text)) {
                    return language;
                }
            }
            throw new TypeConversionException("unknown value '" + text + "' of --language: expected java or python");
        }
    }

    /** Reads whose speedups to measure. */
    static final class MeasuringName implements ITypeConverter<Verification.Measuring> {
        /** {@inheritDoc} */
        @Override
        public Verification.Measuring convert(String text) {
            for (Verification.Measuring measuring : Verification.Measuring.values()) {
                if (measuring.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return measuring;
                }
            }
            throw new TypeConversionException("unknown value '" + text + "' of --speedups: expected none, few or all");
        }
    }
}
