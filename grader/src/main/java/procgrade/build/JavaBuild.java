package procgrade.build;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome.BuildFailed;
import procgrade.build.BuildOutcome.Built;
import procgrade.submission.EnvironmentFault;
import procgrade.submission.Submission;
import procgrade.submission.SubmittedFile;

/** Compiles a Java program. */
final class JavaBuild {
    private static final String LIBRARY_PACKAGE = "procgrade.multiprocessing";
    private static final int ROUNDS = 4;

    /** Its place in the command of a program. */
    static final int CLASS_PATH = 2;

    private final Submission submission;
    private final String main;
    private final BuildTools tools;
    private final Path work;
    private final List<String> notices = new ArrayList<>();
    private final long start = System.nanoTime();

    JavaBuild(Submission submission, String main, BuildTools tools, Path work) {
        this.submission = submission;
        this.main = main;
        this.tools = tools;
        this.work = work;
    }

    BuildOutcome build() {
        List<JavaSource> sources = readSources();
        Optional<JavaSource> intruder =
                sources.stream().filter(JavaBuild::isOfLibrary).findFirst();
        if (intruder.isPresent()) {
            return failed(
                    intruder.get().path() + " declares the package "
                            + intruder.get().packageName() + ", which is the library's",
                    "leave the library out, it is added when programs are compiled; give your own files another package",
                    List.of());
        }
        MainChoice choice = MainChoice.among(sources, main);
        if (choice instanceof MainChoice.Unclear unclear) {
            return failed(unclear.rationale(), unclear.help(), List.of());
        }
        JavaSource mainSource = ((MainChoice.Chosen) choice).source();
        return compile(mainSource, nearestFirst(mainSource, sources));
    }

    /** Modules would hide the library, which is on the class path. */
    private List<JavaSource> readSources() {
        List<JavaSource> sources = new ArrayList<>();
        for (SubmittedFile file : submission.filesEndingIn(Language.JAVA.ending())) {
            if (file.name().equals("module-info.java")) {
                notices.add(file.path() + " is left out: programs are compiled without modules");
                continue;
            }
            JavaSource source = JavaSource.read(submission.folder(), file.path());
            if (source.isLatin1()) {
                notices.add(source.path() + " is not UTF-8 and was read as ISO-8859-1 (Latin-1)");
            }
            WorkFolder.write(work.resolve("sources").resolve(source.path()), source.text());
            sources.add(source);
        }
        return sources;
    }

    private static boolean isOfLibrary(JavaSource source) {
        return (source.packageName() + ".").startsWith(LIBRARY_PACKAGE + ".");
    }

    /** Of two files with the same class javac complains about the second: that is to be the one further away. */
    private static List<JavaSource> nearestFirst(JavaSource mainSource, List<JavaSource> sources) {
        return sources.stream()
                .sorted(Comparator.comparing((JavaSource source) -> !source.equals(mainSource))
                        .thenComparing(source -> !source.folder().equals(mainSource.folder())))
                .toList();
    }

    /**
     * Compiles everything. Files with errors are left out in the next round unless the main file is among them: a
     * submission may hold more than the program. If the program needs one of those, the main file fails then, and the
     * errors of the first round say why.
     */
    private BuildOutcome compile(JavaSource mainSource, List<JavaSource> all) {
        List<JavaSource> sources = all;
        List<CompilerError> reported = List.of();
        for (int round = 1; round <= ROUNDS; round++) {
            Path classes = WorkFolder.createFreshFolder(work.resolve("classes-" + round));
            var javac = new Javac(tools, work.resolve("sources"), classes, work.resolve("sources.txt"));
            Javac.Result result = javac.compile(sources);
            if (!result.succeeded()) {
                WorkFolder.requireRoom(classes);
            }
            if (result.failure().isPresent()) {
                return failed(
                        "does not compile: " + result.failure().get(),
                        "look for very long or deeply nested expressions, and large generated files",
                        List.of());
            }
            if (result.succeeded()) {
                noticeLeftOut(all, sources);
                return built(mainSource, classes);
            }
            reported = round == 1 ? result.errors() : reported;
            Set<String> faulty =
                    result.errors().stream().map(CompilerError::path).collect(Collectors.toSet());
            if (faulty.contains(mainSource.path()) || faulty.contains("")) {
                break;
            }
            sources = sources.stream()
                    .filter(source -> !faulty.contains(source.path()))
                    .toList();
        }
        return doesNotCompile(mainSource, all, reported);
    }

    private void noticeLeftOut(List<JavaSource> all, List<JavaSource> used) {
        List<String> leftOut = all.stream()
                .filter(source -> !used.contains(source))
                .map(JavaSource::path)
                .toList();
        if (!leftOut.isEmpty()) {
            notices.add("left out, because the program does not need it and it does not compile: "
                    + LanguageChoice.shortened(leftOut));
        }
    }

    private BuildOutcome built(JavaSource mainSource, Path classes) {
        String name = mainSource.nameOf(main);
        if (!ClassFile.hasMain(classes, name)) {
            return failed(
                    "the class " + main + " in " + mainSource.path()
                            + " has no method 'public static void main(String[] args)'",
                    "that is where a program begins: check its name, 'public', 'static' and the parameter",
                    List.of());
        }
        Program program = program(submission, main, name, mainSource.folder(), classes, tools);
        return new Built(program, notices, took());
    }

    /** The parameters are those of {@link Builder#compiled}. */
    static Program program(
            Submission submission, String main, String mainClass, String folder, Path classes, BuildTools tools) {
        return new Program(
                Language.JAVA,
                main,
                List.of(tools.java().toString(), "-cp", classPath(classes, tools), mainClass),
                submission.folder().resolve(folder).normalize(),
                BuildTools.withoutSystem(List.of(classes, tools.library(), tools.javaHome())),
                Map.of());
    }

    /** The library first: nothing of the submission can take the place of its classes. */
    private static String classPath(Path classes, BuildTools tools) {
        String path = tools.library() + ":" + classes;
        if (path.indexOf(':') != path.lastIndexOf(':')) {
            throw new EnvironmentFault(
                    "java cannot use a class path with ':' in a name: " + path,
                    "let TMPDIR name a folder without ':', and move procgrade to one");
        }
        return path;
    }

    private BuildFailed doesNotCompile(JavaSource mainSource, List<JavaSource> sources, List<CompilerError> errors) {
        List<CompilerError> sorted = errors.stream()
                .sorted(Comparator.comparing(error -> !error.path().equals(mainSource.path())))
                .toList();
        return failed(
                ErrorText.rationale("does not compile", sorted),
                new CompilerHelp(sources).of(sorted),
                ErrorText.lines(sorted));
    }

    private BuildFailed failed(String rationale, String help, List<String> lines) {
        return new BuildFailed(rationale, help, lines, Optional.of(Language.JAVA), took());
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
