package procgrade.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import procgrade.build.MainChoice.Chosen;
import procgrade.build.MainChoice.Unclear;
import procgrade.submission.EnvironmentFault;

class JavaSourceTests {
    private static JavaSource source(String path, String text) {
        return JavaSource.of(path, text, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "package a.b;class X{} | a.b",
                "/* package no; */ package\ta . b ;class X{} | a.b",
                "@Deprecated package a; class X{} | a",
                "class X{ String s = \"package no;\"; } | ``",
                "class X{ String s = \"\\\"; package no;\"; } | ``",
                "class X{ String s = \"\"\" package no; \\\"\"\" package no;\"\"\"; } | ``",
                "class X{ char c = '\"'; } | ``",
                "class X{ /* open package no; | ``",
            })
    void the_package_line_is_read_and_nothing_else(String text, String packageName) {
        assertThat(source("X.java", text).packageName()).isEqualTo(packageName);
    }

    @Test
    void a_comment_ends_with_its_line() {
        assertThat(source("X.java", "// package no;\npackage a; // package b;\nclass X {}")
                        .packageName())
                .isEqualTo("a");
    }

    @Test
    void top_level_types_are_found_and_nested_ones_are_not() {
        JavaSource source = source(
                "X.java",
                "class A { class Inner {} } interface B<T> {} enum C { X { } } record D(int n) {} // class E {}\n"
                        + "class F { void main(String[] a) { class Local {} } }");

        assertThat(source.types()).containsExactly("A", "B", "C", "D", "F");
        assertThat(source.hasMain()).isTrue();
        assertThat(source.nameOf("F")).isEqualTo("F");
    }

    @Test
    void files_have_a_name_and_a_folder() {
        JavaSource source = source("a/b/X.java", "package p; class X {}");

        assertThat(source.fileName()).isEqualTo("X.java");
        assertThat(source.folder()).isEqualTo("a/b/");
        assertThat(source.nameOf("X")).isEqualTo("p.X");
    }

    @Test
    void a_file_that_is_gone_is_a_fault_of_this_machine() {
        assertThatThrownBy(() -> JavaSource.read(Path.of("/missing"), "X.java"))
                .isInstanceOf(EnvironmentFault.class)
                .hasMessage("cannot read /missing/X.java: /missing/X.java");
    }

    @Test
    void the_main_class_may_be_in_a_file_of_another_name() {
        JavaSource other = source("Other.java", "class PiMw { static void main(String[] args) {} }");

        assertThat(MainChoice.among(List.of(source("X.java", "class X {}"), other), "PiMw"))
                .isEqualTo(new Chosen(other));
    }

    @Test
    void several_files_with_the_main_class_are_named() {
        String text = "class PiMw { static void main(String[] args) {} }";

        assertThat(MainChoice.among(List.of(source("A.java", text), source("B.java", text)), "PiMw"))
                .isEqualTo(new Unclear("two files declare the class PiMw: A.java, B.java", "hand in one"));
        assertThat(MainChoice.count(4)).isEqualTo("4");
    }

    @Test
    void a_main_file_without_any_class_is_explained() {
        assertThat(MainChoice.among(List.of(source("PiMw.java", "")), "PiMw"))
                .isEqualTo(new Unclear(
                        "PiMw.java does not declare the class PiMw, but no class",
                        "call the class with main 'PiMw', and its file PiMw.java"));
    }

    @Test
    void errors_of_the_compiler_are_told_apart_from_what_else_it_says() {
        String output = """
                Picked up something
                A.java:1: warning: [removal] x in y
                  warned
                ./src/A.java:3: error: bad
                  int n = 7
                           ^
                  symbol: n
                Note: A.java uses unchecked or unsafe operations.
                error: cannot access B
                  explained
                2 errors
                only showing the first 2 errors, of 3 total; use -Xmaxerrs
                """;

        assertThat(CompilerError.parse(output))
                .containsExactly(
                        new CompilerError(
                                "src/A.java",
                                3,
                                "bad",
                                List.of("src/A.java:3: error: bad", "  int n = 7", "           ^", "  symbol: n")),
                        new CompilerError("", 0, "cannot access B", List.of("error: cannot access B", "  explained")));
        assertThat(ErrorText.rationale("does not compile", CompilerError.parse("error: bad")))
                .isEqualTo("does not compile: 1 error, bad");
    }

    @Test
    void very_long_lines_of_the_compiler_are_cut() {
        CompilerError error =
                CompilerError.parse("A.java:1: error: bad\n" + "x".repeat(1000)).get(0);

        assertThat(error.lines().get(1)).hasSize(203).endsWith("x...");
    }
}
