package procgrade.build;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.build.BuildFixture.failed;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the compiler itself, because its words are what the help depends on. */
class CompilerHelpTests {
    private static final String MAIN = "class PiMw { public static void main(String[] args) { %s } }";

    @TempDir
    private Path temporary;

    private BuildFixture fixture;

    @BeforeEach
    void makeFixture() throws IOException {
        fixture = new BuildFixture(temporary);
    }

    private void assertHelp(String help) {
        assertThat(failed(fixture.java()).help()).isEqualTo(help);
    }

    @Test
    void a_public_class_in_a_file_of_another_name() {
        fixture.file("Solution.java", "public " + String.format(MAIN, ""));

        assertHelp("file and class must have the same name: rename the file to PiMw.java, or the class PiMw");
    }

    @Test
    void a_package_that_was_not_handed_in() {
        fixture.file("PiMw.java", "import org.apache.commons.math.Pi;" + String.format(MAIN, ""));

        assertHelp(
                "there are only the JDK, procgrade.multiprocessing and the files of the submission: remove the import"
                        + " of org.apache.commons.math, or hand in its sources");
    }

    @Test
    void a_package_line_that_is_none() {
        fixture.file("PiMw.java", "package my-solution;\n" + String.format(MAIN, ""));

        assertHelp("correct the package line, or remove it: a package is named like 'edu.example.pi'");
    }

    @Test
    void package_lines_that_differ() {
        fixture.file("PiMw.java", String.format(MAIN, "new Worker();"))
                .file("Worker.java", "package ada; public class Worker {}");

        assertHelp("Worker.java has 'package ada;', PiMw.java has no package line: give both the same package line");
    }

    @Test
    void a_class_that_is_in_another_file() {
        fixture.file("PiMw.java", String.format(MAIN, "new Worker();"));

        assertHelp("if Worker is in a file of yours, hand in the folder with both; if it is the library's, import"
                + " procgrade.multiprocessing.Worker");
    }

    @Test
    void a_name_that_java_has_too() {
        fixture.file(
                "PiMw.java",
                "import java.util.*; import procgrade.multiprocessing.*;\n"
                        + String.format(MAIN, "Queue<Integer> queue = null;"));

        assertHelp("Java has a type of that name, too: add 'import procgrade.multiprocessing.Queue;'");
    }

    @Test
    void a_process_of_java_instead_of_the_library() {
        fixture.file("PiMw.java", String.format(MAIN, "Process p = new Process(() -> {}); p.start(); p.join();"));

        assertHelp("this is Java's own Process: add 'import procgrade.multiprocessing.Process;', and import no other"
                + " Process by name");
    }

    @Test
    void a_process_of_java_that_is_used_before_it_is_made() {
        fixture.file(
                "PiMw.java",
                "class PiMw { static void end(Process p) { p.join(); } static Process p = new Process(); }");

        assertHelp("this is Java's own Process: add 'import procgrade.multiprocessing.Process;', and import no other"
                + " Process by name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.util.*", "java.util.Queue"})
    void a_queue_of_java_instead_of_the_library(String imported) {
        fixture.file(
                "PiMw.java", "import " + imported + ";" + String.format(MAIN, "Queue<Integer> q = new Queue<>();"));

        assertHelp("this is Java's own Queue: add 'import procgrade.multiprocessing.Queue;', and import no other"
                + " Queue by name");
    }

    @Test
    void nothing_about_an_abstract_class_of_their_own() {
        fixture.file("PiMw.java", String.format(MAIN, "new Queue();") + "abstract class Queue {}");

        assertHelp("");
    }

    @Test
    void nothing_about_an_abstract_class_that_the_library_has_not() {
        fixture.file("PiMw.java", String.format(MAIN, "new Number();"));

        assertHelp("");
    }

    @Test
    void nothing_where_the_compiler_says_it_all() {
        fixture.file("PiMw.java", String.format(MAIN, "int n = missing;"));

        assertHelp("");
    }
}
