package procgrade.conventions;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets a small module break each convention and looks for the sentence. */
class ModuleConventionsTests {
    @TempDir
    private Path module;

    private ModuleConventions conventions;

    @BeforeEach
    void make_module() throws IOException {
        conventions = new ModuleConventions(module) {};
        java("procgrade/util/U.java", "package procgrade.util; public class U { procgrade.run.R r; }");
        java("procgrade/run/R.java", "package procgrade.run; public class R { procgrade.util.U u; }");
        table("procgrade.run -> procgrade.util\nprocgrade.util -> procgrade.run\n");
        compile();
    }

    private void java(String name, String text) throws IOException {
        write(module.resolve("src/main/java").resolve(name), text);
    }

    private void table(String text) throws IOException {
        write(module.resolve("src/test/resources/package-dependencies.txt"), text);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void compile() throws IOException {
        var classes = Files.createDirectories(module.resolve("target/classes"));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        module.resolve("src/main/java/procgrade/util/U.java").toString(),
                        module.resolve("src/main/java/procgrade/run/R.java").toString());
        if (code != 0) {
            throw new IllegalStateException("the sources of this test do not compile");
        }
    }

    @Test
    void a_module_as_reviewed_passes() {
        assertThatCode(conventions::packages_depend_on_each_other_as_the_reviewed_table_says)
                .doesNotThrowAnyException();
    }

    @Test
    void an_arrow_that_was_not_reviewed_fails() throws IOException {
        table("procgrade.run ->\nprocgrade.util -> procgrade.run\n");

        assertThatThrownBy(conventions::packages_depend_on_each_other_as_the_reviewed_table_says)
                .hasMessageStartingWith("new dependency procgrade.run -> procgrade.util: ");
    }

    @Test
    void a_circle_fails() {
        assertThatThrownBy(conventions::packages_do_not_depend_on_each_other_in_a_circle)
                .hasMessageContaining("procgrade.run -> procgrade.util -> procgrade.run");
    }

    @Test
    void an_empty_name_fails() {
        assertThatThrownBy(conventions::every_package_name_says_what_the_package_is_for)
                .hasMessageStartingWith("package name procgrade.util ");
    }

    @Test
    void a_use_of_the_console_fails_unless_reviewed() throws IOException {
        java("procgrade/run/C.java", "package procgrade.run; class C { void m() { System.exit(0); } }");
        assertThatThrownBy(conventions::only_the_reviewed_packages_use_the_console_or_end_the_program)
                .hasMessageContaining("C.java:1: System.exit ");

        table("console: procgrade.run\n");
        assertThatCode(conventions::only_the_reviewed_packages_use_the_console_or_end_the_program)
                .doesNotThrowAnyException();
    }

    @Test
    void a_long_file_fails() throws IOException {
        java("procgrade/run/L.java", "package procgrade.run;\nclass L {}\n" + "\n".repeat(399));

        assertThatThrownBy(conventions::no_source_file_is_too_long)
                .hasMessageContaining("L.java:401: the file has 401 lines");
    }

    @Test
    void a_long_test_method_fails() throws IOException {
        write(module.resolve("src/test/java/T.java"), "class T { void m() {" + "\n".repeat(40) + "} }");

        assertThatThrownBy(conventions::no_method_is_too_long)
                .hasMessageContaining("T.java:1: the method m has 41 lines");
    }
}
