package procgrade.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome.BuildFailed;
import procgrade.build.BuildOutcome.Built;
import procgrade.submission.Submission;
import procgrade.submission.SubmissionLimits;
import procgrade.submission.SubmissionReader;

/** A submission that a test writes, and what is built of it. */
final class BuildFixture {
    private final Path temporary;
    private final Path origin;
    private BuildTools tools;

    BuildFixture(Path temporary) throws IOException {
        this.temporary = temporary;
        this.origin = Files.createDirectory(temporary.resolve("origin"));
        this.tools = new BuildTools(
                Path.of(System.getProperty("java.home")),
                BuildTools.findPython(System.getenv().getOrDefault("PATH", "")),
                library(temporary),
                List.of(),
                Duration.ofMinutes(1),
                256);
    }

    /** A folder instead of a jar: a queue by the name of the library's, and nothing else. */
    private static Path library(Path temporary) throws IOException {
        Path source = temporary.resolve("library-source/Queue.java");
        Files.createDirectories(source.getParent());
        Files.writeString(
                source,
                "package procgrade.multiprocessing; public class Queue<T> {"
                        + " public String toString() { return \"ours\"; } }");
        Path classes = temporary.resolve("library");
        int code =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        assertThat(code).isZero();
        return classes;
    }

    BuildTools tools() {
        return tools;
    }

    BuildFixture with(BuildTools others) {
        tools = others;
        return this;
    }

    BuildFixture file(String path, String content) {
        return file(path, content, StandardCharsets.UTF_8);
    }

    BuildFixture file(String path, String content, Charset charset) {
        try {
            Path file = origin.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content, charset);
            return this;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Submission submission() {
        return SubmissionReader.read(origin, temporary.resolve("staging"), SubmissionLimits.DEFAULT);
    }

    Path work() {
        return temporary.resolve("work");
    }

    BuildOutcome java() {
        return Builder.build(submission(), Language.JAVA, "PiMw", tools, work());
    }

    BuildOutcome python() {
        return Builder.build(submission(), Language.PYTHON, "pi_mw.py", tools, work());
    }

    static Built built(BuildOutcome outcome) {
        assertThat(outcome).isInstanceOf(Built.class);
        return (Built) outcome;
    }

    static BuildFailed failed(BuildOutcome outcome) {
        assertThat(outcome).isInstanceOf(BuildFailed.class);
        return (BuildFailed) outcome;
    }

    /** What a program writes when it is run as it says. */
    static String outputOf(Program program) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(program.command()).directory(program.folder().toFile());
        builder.environment().putAll(program.environment());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }

    static BuildTools withPython(BuildTools tools, Optional<Path> python) {
        return new BuildTools(
                tools.javaHome(), python, tools.library(), tools.prefix(), tools.limit(), tools.compilerMebibytes());
    }

    static BuildTools withJavaHome(BuildTools tools, Path home) {
        return new BuildTools(
                home, tools.python(), tools.library(), tools.prefix(), tools.limit(), tools.compilerMebibytes());
    }

    /** Tools that hang whatever is to be compiled. */
    static BuildTools hanging(BuildTools tools) {
        return new BuildTools(
                tools.javaHome(),
                tools.python(),
                tools.library(),
                List.of("sh", "-c", "exec sleep 600"),
                Duration.ofMillis(1),
                tools.compilerMebibytes());
    }

    static BuildTools withPrefix(BuildTools tools, String... prefix) {
        return new BuildTools(
                tools.javaHome(),
                tools.python(),
                tools.library(),
                List.of(prefix),
                tools.limit(),
                tools.compilerMebibytes());
    }
}
