package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome.Built;
import procgrade.build.BuildTools;
import procgrade.build.Builder;
import procgrade.build.Program;
import procgrade.submission.Submission;
import procgrade.submission.SubmissionLimits;
import procgrade.submission.SubmissionReader;

class KeptClassesTests {
    @TempDir
    private Path temporary;

    private BuildTools tools;

    @BeforeEach
    void findTools() throws IOException {
        Path library = Files.createDirectory(temporary.resolve("library"));
        tools = new BuildTools(
                Path.of(System.getProperty("java.home")),
                Optional.empty(),
                library,
                List.of(),
                Duration.ofMinutes(1),
                256);
    }

    /** A program in a package, in a folder that is called otherwise. */
    private Submission saying(String word, String copy) throws IOException {
        Path file = temporary.resolve("source of " + copy).resolve("deep/Say.java");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "package said; class Say { public static void main(String[] args) { System.out.print(\"" + word
                        + "\"); } }");
        return SubmissionReader.read(file.getParent().getParent(), temporary.resolve(copy), SubmissionLimits.DEFAULT);
    }

    private Path cache() {
        return temporary.resolve("cache");
    }

    private KeptClasses classes(Submission sources) {
        return new KeptClasses(Optional.of(cache()), sources, "Say", tools);
    }

    private Program build(Submission sources) {
        Path work = sources.folder().resolveSibling(sources.folder().getFileName() + "-classes");
        return ((Built) Builder.build(sources, Language.JAVA, "Say", tools, work)).program();
    }

    private static String outputOf(Program program) throws IOException {
        Process process = new ProcessBuilder(program.command())
                .directory(program.folder().toFile())
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void what_was_kept_is_the_same_program_in_a_place_of_its_own() throws IOException {
        Submission first = saying("kept", "first");
        Program built = build(first);
        classes(first).keep(built);
        Submission second = saying("kept", "second");
        Path work = temporary.resolve("work");

        Program program = classes(second).copiedTo(work).orElseThrow();

        assertThat(outputOf(program)).isEqualTo("kept").isEqualTo(outputOf(built));
        assertThat(program.folder()).isEqualTo(second.folder().resolve("deep"));
        assertThat(program.readable()).contains(work);
        assertThat(program.name()).isEqualTo(built.name());
        assertThat(program.command().get(2)).endsWith(":" + work);
    }

    @Test
    void another_source_is_another_program() throws IOException {
        Submission first = saying("one thing", "first");
        classes(first).keep(build(first));

        assertThat(classes(saying("another", "second")).copiedTo(temporary.resolve("work")))
                .isEmpty();
    }

    @Test
    void damaged_files_are_left_alone() throws IOException {
        Submission sources = saying("kept", "first");
        classes(sources).keep(build(sources));
        try (Stream<Path> files = Files.walk(cache())) {
            for (Path start : files.filter(file -> file.endsWith("start.txt")).toList()) {
                Files.writeString(start, "");
            }
        }

        assertThat(classes(sources).copiedTo(temporary.resolve("work"))).isEmpty();
        assertThat(temporary.resolve("work")).doesNotExist();
    }

    @Test
    void a_cache_that_cannot_be_written_keeps_nothing() throws IOException {
        Files.writeString(cache(), "a file in the place of the folder");
        Submission sources = saying("lost", "first");

        classes(sources).keep(build(sources));

        assertThat(classes(sources).copiedTo(temporary.resolve("work"))).isEmpty();
    }
}
