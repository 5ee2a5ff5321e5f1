package procgrade.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome.BuildFailed;
import procgrade.build.BuildOutcome.Built;
import procgrade.submission.EnvironmentFault;
import procgrade.submission.Submission;
import procgrade.submission.SubmittedFile;

/** Checks a Python program without running it. */
final class PythonBuild {
    private static final String CHECK = "syntax_check.py";
    private static final String SIMPLIFY = "look for very long or deeply nested expressions, and large generated files";

    private final Submission submission;
    private final String main;
    private final BuildTools tools;
    private final Path work;
    private final long start = System.nanoTime();

    PythonBuild(Submission submission, String main, BuildTools tools, Path work) {
        this.submission = submission;
        this.main = main;
        this.tools = tools;
        this.work = work;
    }

    BuildOutcome build() {
        List<SubmittedFile> candidates = submission.files().stream()
                .filter(file -> file.name().equals(main))
                .toList();
        if (candidates.isEmpty()) {
            return noMain();
        }
        if (candidates.size() > 1) {
            String paths = LanguageChoice.shortened(LanguageChoice.paths(candidates));
            return failed(
                    MainChoice.count(candidates.size()) + " files are named " + main + ": " + paths, "hand in one");
        }
        return check(candidates.get(0));
    }

    private BuildFailed noMain() {
        List<SubmittedFile> others = submission.filesEndingIn(Language.PYTHON.ending());
        return failed(
                "there is no " + main,
                others.isEmpty()
                        ? "call the file that is run " + main
                        : "call the file that is run " + main + "; found were: "
                                + LanguageChoice.shortened(LanguageChoice.paths(others)));
    }

    private BuildOutcome check(SubmittedFile file) {
        Path python = tools.python()
                .orElseThrow(() -> new EnvironmentFault(
                        "there is no python3 on this machine",
                        "install Python 3.8 or newer (Debian: apt-get install python3)"));
        String inside =
                file.path().substring(0, file.path().length() - file.name().length());
        Path folder = submission.folder().resolve(inside).normalize();
        CompilerRun run = CompilerRun.of(
                tools,
                List.of(python.toString(), "-I", "-S", "-W", "ignore", "-c", script(), folder.toString(), file.name()),
                WorkFolder.createFolder(work),
                stop -> {});
        if (run.timedOut()) {
            return failed(
                    "python3 was not done with reading " + file.path() + " after "
                            + tools.limit().toSeconds() + " s",
                    SIMPLIFY);
        }
        SyntaxReport report = SyntaxReport.parse(run.output(), inside);
        requireVersion(python, run, report);
        if (run.exitCode() != 0) {
            return failed("python3 gave up reading " + file.path() + " and what it imports: " + end(run), SIMPLIFY);
        }
        return report.errors().isEmpty()
                ? new Built(program(python, folder, report), notices(report), took())
                : failed(rationale(report.errors()), help(report.errors().get(0)), ErrorText.lines(report.errors()));
    }

    /** It tells its version before it looks at the program: what happens later is not the fault of this machine. */
    private static void requireVersion(Path python, CompilerRun run, SyntaxReport report) {
        if (report.version().isEmpty()) {
            throw new EnvironmentFault(
                    python + " does not work: " + end(run),
                    "install Python 3.8 or newer (Debian: apt-get install python3)");
        }
        if (!report.isNewEnough()) {
            throw new EnvironmentFault(
                    python + " is Python " + report.version() + ", too old",
                    "install Python 3.8 or newer (Debian: apt-get install python3)");
        }
    }

    private static String end(CompilerRun run) {
        String said = run.output()
                .lines()
                .filter(line -> !line.contains("\t"))
                .reduce((first, last) -> last)
                .orElse("it said nothing");
        return "exit code " + run.exitCode() + ", " + said;
    }

    /** The interpreter as it names itself: what was found may be a script that looks for the real one. */
    private Program program(Path python, Path folder, SyntaxReport report) {
        Path interpreter = report.executable().orElse(python);
        List<Path> readable = new ArrayList<>(List.of(interpreter));
        report.prefix().ifPresent(readable::add);
        return new Program(
                Language.PYTHON,
                main,
                List.of(interpreter.toString(), main),
                folder,
                BuildTools.withoutSystem(readable),
                Map.of("PYTHONDONTWRITEBYTECODE", "1"));
    }

    private static List<String> notices(SyntaxReport report) {
        return report.hiding().stream()
                .map(file ->
                        file + " hides Python's own module of that name: give it another name if that is not meant")
                .toList();
    }

    private static String rationale(List<CompilerError> errors) {
        int others = errors.size() - 1;
        return errors.get(0).position() + ": " + errors.get(0).message()
                + (others == 0 ? "" : others == 1 ? ", and 1 more error" : ", and " + others + " more errors");
    }

    private static String help(CompilerError error) {
        return error.message().contains("codec can't decode")
                ? "save the file as UTF-8, or let it begin with '# -*- coding: latin-1 -*-'"
                : "";
    }

    private static String script() {
        try (InputStream in = PythonBuild.class.getResourceAsStream(CHECK)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new IllegalStateException("cannot read " + CHECK + " from procgrade's own jar", cause);
        }
    }

    private BuildFailed failed(String rationale, String help) {
        return failed(rationale, help, List.of());
    }

    private BuildFailed failed(String rationale, String help, List<String> lines) {
        return new BuildFailed(rationale, help, lines, Optional.of(Language.PYTHON), took());
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
