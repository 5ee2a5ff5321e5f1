package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.AssignmentFault;
import procgrade.rubric.CheckDeclaration;
import procgrade.rubric.Rubric;
import procgrade.submission.EnvironmentFault;

class RubricCompilerTests {
    @TempDir
    private Path folder;

    private Path source(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path scratch() throws IOException {
        return Files.createDirectories(folder.resolve("scratch"));
    }

    private RubricCompiler keepingIn(String cache) {
        return new RubricCompiler(Optional.of(folder.resolve(cache)));
    }

    @Test
    void a_rubric_sees_what_the_grader_sees() throws IOException {
        Path source = source("R.java", "class R { procgrade.judge.Verdict v; org.junit.jupiter.api.Test t; }");

        Path classes = new RubricCompiler(Optional.empty()).compile(List.of(source), scratch());

        assertThat(classes).isEqualTo(scratch());
        assertThat(classes.resolve("R.class")).exists();
    }

    @Test
    void the_example_in_the_documentation_is_a_rubric() throws Exception {
        String page = Files.readString(Path.of("../docs/writing-a-rubric.md"));
        Matcher example =
                Pattern.compile("```java\\n(import.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(example.find()).isTrue();

        Path classes = new RubricCompiler(Optional.empty())
                .compile(List.of(source("GreetRubric.java", example.group(1))), scratch());

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            assertThat(Rubric.of(loader.loadClass("GreetRubric")).checks())
                    .extracting(CheckDeclaration::sentence)
                    .containsExactly("every worker greets", "the workers are processes", "no worker is fine too");
        }
    }

    @Test
    void what_has_been_compiled_is_kept_until_the_source_changes() throws IOException {
        RubricCompiler compiler = keepingIn("cache");
        Path first = compiler.compile(List.of(source("R.java", "class R {}")), scratch());
        Files.createFile(first.resolve("mark"));

        assertThat(compiler.compile(List.of(source("R.java", "class R {}")), scratch()))
                .isEqualTo(first);
        assertThat(first.resolve("mark")).exists();
        assertThat(compiler.compile(List.of(source("R.java", "class R { int x; }")), scratch()))
                .isNotEqualTo(first);
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void several_graders_may_compile_at_the_same_time() throws Exception {
        Path source = source("R.java", "class R {}");
        Path scratch = scratch();
        Callable<Path> work = () -> keepingIn("cache").compile(List.of(source), scratch);
        var threads = Executors.newFixedThreadPool(4);
        try {
            var folders = new ArrayList<Path>();
            for (var compiled :
                    threads.invokeAll(Stream.generate(() -> work).limit(4).toList())) {
                folders.add(compiled.get());
            }
            assertThat(folders)
                    .allSatisfy(
                            classes -> assertThat(classes.resolve("R.class")).exists());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void an_unwritable_cache_is_no_failure() throws IOException {
        Files.createFile(folder.resolve("file"));

        Path classes = keepingIn("file").compile(List.of(source("R.java", "class R {}")), scratch());

        assertThat(classes).isEqualTo(scratch());
    }

    @Test
    void a_full_disk_is_a_fault_of_the_machine_and_not_of_the_rubric() throws IOException {
        Path source = source("R.java", "class R {}");
        Path scratch = scratch();
        Files.createSymbolicLink(scratch.resolve("R.class"), Path.of("/dev/full"));

        assertThatThrownBy(() -> new RubricCompiler(Optional.empty()).compile(List.of(source), scratch))
                .isInstanceOf(EnvironmentFault.class)
                .hasMessage("cannot write the compiled rubric to " + scratch + ": no space left on device");
    }

    @Test
    void a_java_without_a_compiler_is_a_fault_of_the_machine() throws IOException {
        Path source = source("R.java", "class R {}");

        assertThatThrownBy(() ->
                        new RubricCompiler(Optional.empty(), Optional.empty()).compile(List.of(source), scratch()))
                .isInstanceOf(EnvironmentFault.class)
                .hasMessage("this Java has no compiler");
    }

    @Test
    void a_mistake_is_named_with_file_and_line_and_nothing_is_kept() throws IOException {
        Path source = source("R.java", "class R {\n  int x = \"\";\n}\n");

        assertThatThrownBy(() -> keepingIn("cache").compile(List.of(source), scratch()))
                .isInstanceOf(AssignmentFault.class)
                .hasMessage(source + ":2: incompatible types: java.lang.String cannot be converted to int");
        try (var kept = Files.list(folder.resolve("cache/rubrics"))) {
            assertThat(kept).isEmpty();
        }
    }

    @Test
    void a_rubric_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> keepingIn("cache").compile(List.of(folder.resolve("Missing.java")), scratch()))
                .isInstanceOf(AssignmentFault.class)
                .hasMessageStartingWith("cannot read the rubric: ")
                .hasMessageContaining("Missing.java");
    }

    @Test
    void the_cache_is_where_the_environment_says() {
        assertThat(CacheFolder.of(Map.of("PROCGRADE_CACHE", "/c"), "/home/a")).contains(Path.of("/c"));
        assertThat(CacheFolder.of(Map.of("PROCGRADE_CACHE", ""), "/home/a")).isEmpty();
        assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "/x"), "/home/a")).contains(Path.of("/x/procgrade"));
        assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "x"), "/home/a"))
                .contains(Path.of("/home/a/.cache/procgrade"));
        assertThat(CacheFolder.of(Map.of(), "?")).isEmpty();
    }
}
