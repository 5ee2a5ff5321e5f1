package procgrade.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static procgrade.build.BuildFixture.built;
import static procgrade.build.BuildFixture.failed;
import static procgrade.build.BuildFixture.outputOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome.BuildFailed;
import procgrade.build.BuildOutcome.Built;
import procgrade.submission.EnvironmentFault;

class JavaBuildTests {
    private static final String MAIN = "public class PiMw { public static void main(String[] args) {\n%s\n} }\n";

    @TempDir
    private Path temporary;

    private BuildFixture fixture;

    @BeforeEach
    void makeFixture() throws IOException {
        fixture = new BuildFixture(temporary);
    }

    private static String main(String statements) {
        return String.format(MAIN, statements);
    }

    private static String says(String expression) {
        return main("System.out.print(" + expression + ");");
    }

    @Test
    void a_program_is_compiled_with_the_library_and_runs() throws Exception {
        fixture.file("PiMw.java", "import procgrade.multiprocessing.Queue;\n" + says("new Queue<Integer>()"));

        Built built = built(fixture.java());

        assertThat(built.notices()).isEmpty();
        assertThat(built.took()).isPositive();
        Program program = built.program();
        assertThat(program.name()).isEqualTo("PiMw");
        assertThat(program.command())
                .containsExactly(
                        fixture.tools().javaHome().resolve("bin/java").toString(),
                        "-cp",
                        fixture.tools().library() + ":" + fixture.work().resolve("classes-1"),
                        "PiMw");
        assertThat(program.folder()).isEqualTo(temporary.resolve("staging"));
        assertThat(program.readable())
                .startsWith(fixture.work().resolve("classes-1"), fixture.tools().library());
        assertThat(program.environment()).isEmpty();
        assertThat(outputOf(program)).isEqualTo("ours");
    }

    @Test
    void packages_and_folders_need_not_agree() throws Exception {
        fixture.file("my src/deep/PiMw.java", "package edu.ada;\n" + says("Worker.NAME"))
                .file("elsewhere/Worker.java", "package edu.ada; class Worker { static String NAME = \"äda\"; }");

        Program program = built(fixture.java()).program();

        assertThat(program.command()).endsWith("edu.ada.PiMw");
        assertThat(program.folder()).isEqualTo(temporary.resolve("staging/my src/deep"));
        assertThat(outputOf(program)).isNotEmpty();
    }

    @Test
    void byte_order_marks_and_carriage_returns_do_not_matter() throws Exception {
        fixture.file("PiMw.java", "\ufeff" + says("7").replace("\n", "\r\n"));

        assertThat(outputOf(built(fixture.java()).program())).isEqualTo("7");
    }

    @Test
    void latin_1_is_read_and_pointed_out() throws Exception {
        fixture.file("PiMw.java", says("(int) 'ä'"), StandardCharsets.ISO_8859_1);

        Built built = built(fixture.java());

        assertThat(built.notices()).containsExactly("PiMw.java is not UTF-8 and was read as ISO-8859-1 (Latin-1)");
        assertThat(outputOf(built.program())).isEqualTo("228");
    }

    @Test
    void names_that_look_like_options_are_files() throws Exception {
        fixture.file("-d/@PiMw \"x\\.java", says("7").replace("public class", "class"));

        assertThat(outputOf(built(fixture.java()).program())).isEqualTo("7");
    }

    @Test
    void errors_are_shown_as_the_compiler_said_them() {
        fixture.file("src/PiMw.java", main("int n = \"two\";\n  n.run();"));

        BuildFailed failed = failed(fixture.java());

        assertThat(failed.rationale()).isEqualTo("does not compile: 2 errors, the first in src/PiMw.java:2");
        assertThat(failed.help()).isEmpty();
        assertThat(failed.compilerLines())
                .containsExactly(
                        "src/PiMw.java:2: error: incompatible types: String cannot be converted to int",
                        "int n = \"two\";",
                        "        ^",
                        "src/PiMw.java:3: error: int cannot be dereferenced",
                        "  n.run();",
                        "   ^");
        assertThat(failed.took()).isPositive();
    }

    @Test
    void only_the_first_three_errors_are_shown() {
        fixture.file("PiMw.java", main("int a = \"\";\nint b = \"\";\nint c = \"\";\nint d = \"\";\nint e = \"\";"));

        BuildFailed failed = failed(fixture.java());

        assertThat(failed.rationale()).isEqualTo("does not compile: 5 errors, the first in PiMw.java:2");
        assertThat(failed.compilerLines()).hasSize(10).endsWith("... and 2 more errors");
    }

    @Test
    void one_error_is_not_the_first() {
        fixture.file("PiMw.java", main("int a = \"\";"));

        assertThat(failed(fixture.java()).rationale()).isEqualTo("does not compile: 1 error, in PiMw.java:2");
    }

    @Test
    void files_that_the_program_does_not_need_may_be_broken() throws Exception {
        fixture.file("PiMw.java", says("Worker.NAME"))
                .file("Worker.java", "class Worker { static String NAME = \"w\"; }")
                .file("old/Draft.java", "class Draft { this is no Java }")
                .file("old/Typo.java", "class Typo { Strin name; }")
                .file("old/Worker.java", "class Worker { static String NAME = \"old\"; }");

        Built built = built(fixture.java());

        assertThat(outputOf(built.program())).isEqualTo("w");
        assertThat(built.notices())
                .containsExactly("left out, because the program does not need it and it does not compile:"
                        + " old/Draft.java, old/Typo.java, old/Worker.java");
    }

    @Test
    void a_broken_file_that_the_program_needs_is_the_one_to_look_at() {
        fixture.file("PiMw.java", says("Worker.NAME")).file("Worker.java", "class Worker { static String NAME = 7 }");

        BuildFailed failed = failed(fixture.java());

        assertThat(failed.rationale()).isEqualTo("does not compile: 1 error, in Worker.java:1");
        assertThat(failed.compilerLines()).startsWith("Worker.java:1: error: ';' expected");
    }

    @Test
    void errors_of_the_main_file_come_first() {
        fixture.file("A.java", "class A { Strin a; }").file("PiMw.java", main("int a = \"\";"));

        assertThat(failed(fixture.java()).rationale())
                .isEqualTo("does not compile: 2 errors, the first in PiMw.java:2");
    }

    @Test
    void two_main_files_are_too_many() {
        fixture.file("a/PiMw.java", says("1")).file("b/PiMw.java", says("2"));

        BuildFailed failed = failed(fixture.java());

        assertThat(failed.rationale()).isEqualTo("two files are named PiMw.java: a/PiMw.java, b/PiMw.java");
        assertThat(failed.help()).isEqualTo("hand in one");
    }

    @Test
    void a_class_without_main_is_no_main_file() throws Exception {
        fixture.file("a/PiMw.java", "package a; class PiMw {}").file("b/PiMw.java", says("2"));

        assertThat(outputOf(built(fixture.java()).program())).isEqualTo("2");
    }

    @Test
    void main_may_be_inherited() throws Exception {
        fixture.file("PiMw.java", "class PiMw extends Base {}")
                .file("Base.java", says("3").replace("PiMw", "Base"));

        assertThat(outputOf(built(fixture.java()).program())).isEqualTo("3");
    }

    @Test
    void a_main_that_java_would_not_start_is_explained() {
        fixture.file("PiMw.java", "class PiMw { static void main(String[] args) {} }");

        BuildFailed failed = failed(fixture.java());

        assertThat(failed.rationale())
                .isEqualTo("the class PiMw in PiMw.java has no method 'public static void main(String[] args)'");
        assertThat(failed.help())
                .isEqualTo("that is where a program begins: check its name, 'public', 'static' and the parameter");
    }

    @Test
    void the_library_cannot_be_replaced() {
        fixture.file("PiMw.java", says("1"))
                .file("Queue.java", "/* mine */ package procgrade.multiprocessing; public class Queue<T> {}");

        BuildFailed failed = failed(fixture.java());

        assertThat(failed.rationale())
                .isEqualTo("Queue.java declares the package procgrade.multiprocessing, which is the library's");
        assertThat(failed.help())
                .isEqualTo("leave the library out, it is added when programs are compiled; give your own files another"
                        + " package");
    }

    @Test
    void modules_are_left_out() throws Exception {
        fixture.file("module-info.java", "module ada {}").file("PiMw.java", "package a;" + says("1"));

        Built built = built(fixture.java());

        assertThat(built.notices())
                .containsExactly("module-info.java is left out: programs are compiled without modules");
    }

    @Test
    void annotation_processors_do_not_run() {
        fixture.file("META-INF/services/javax.annotation.processing.Processor", "Evil")
                .file("PiMw.java", says("1"));

        assertThat(built(fixture.java()).program().command()).contains("PiMw");
    }

    @Test
    void a_missing_compiler_is_a_fault_of_this_machine() throws IOException {
        Path home = Files.createDirectory(temporary.resolve("jre"));
        fixture.with(BuildFixture.withJavaHome(fixture.tools(), home)).file("PiMw.java", says("1"));

        assertThatThrownBy(fixture::java)
                .isInstanceOfSatisfying(
                        EnvironmentFault.class,
                        fault -> assertThat(fault.wayOut())
                                .isEqualTo(
                                        "install a whole JDK (Debian: apt-get install openjdk-17-jdk-headless), or let"
                                                + " JAVA_HOME name one"))
                .hasMessage("there is no Java compiler " + home.resolve("bin/javac"));
    }

    @Test
    void a_compiler_that_does_not_end_is_stopped() {
        fixture.with(BuildFixture.hanging(fixture.tools())).file("PiMw.java", says("1"));

        BuildFailed failed = failed(fixture.java());

        assertThat(failed.rationale()).isEqualTo("does not compile: the compiler was not done after 0 s");
        assertThat(failed.help())
                .isEqualTo("look for very long or deeply nested expressions, and large generated files");
    }

    @Test
    void a_compiler_without_memory_gives_up() {
        fixture.file("PiMw.java", says("1" + " + 1".repeat(50_000)));

        assertThat(failed(fixture.java()).rationale()).isEqualTo("does not compile: the compiler ran out of memory");
    }

    @Test
    void a_prefix_comes_before_the_compiler() {
        fixture.with(BuildFixture.withPrefix(fixture.tools(), "sh", "-c", "echo \"$1\" >&2; exit 9", "sh"))
                .file("PiMw.java", says("1"));

        assertThat(failed(fixture.java()).rationale())
                .isEqualTo("does not compile: the compiler ended with exit code 9: "
                        + fixture.tools().javac());
    }

    @Test
    void a_tool_that_cannot_be_started_is_a_fault_of_this_machine() {
        fixture.with(BuildFixture.withPrefix(fixture.tools(), "/missing/sandbox"))
                .file("PiMw.java", says("1"));

        assertThatThrownBy(fixture::java)
                .isInstanceOf(EnvironmentFault.class)
                .hasMessage("cannot start /missing/sandbox: no such file or directory");
    }

    @Test
    void a_class_path_with_a_colon_is_refused() throws IOException {
        Path colon = Files.createDirectory(temporary.resolve("a:b"));
        fixture.file("PiMw.java", says("1"));

        assertThatThrownBy(() -> Builder.build(fixture.submission(), Language.JAVA, "PiMw", fixture.tools(), colon))
                .isInstanceOf(EnvironmentFault.class)
                .hasMessageStartingWith("java cannot use a class path with ':' in a name: ");
    }

    @Test
    void a_folder_is_used_for_one_program_only() {
        fixture.file("PiMw.java", says("1"));
        var submission = fixture.submission();
        built(Builder.build(submission, Language.JAVA, "PiMw", fixture.tools(), fixture.work()));

        assertThatThrownBy(() -> Builder.build(submission, Language.JAVA, "PiMw", fixture.tools(), fixture.work()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("something was built here before: " + fixture.work().resolve("classes-1"));
    }

    @Test
    void a_work_folder_that_cannot_be_made_is_a_fault_of_this_machine() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        fixture.file("PiMw.java", says("1"));

        assertThatThrownBy(() -> Builder.build(fixture.submission(), Language.JAVA, "PiMw", fixture.tools(), file))
                .isInstanceOf(EnvironmentFault.class)
                .hasMessageStartingWith("cannot write " + file);
    }

    @Test
    void names_of_missing_main_files_are_explained() {
        fixture.file("src/pimw.java", "public class Pimw {}").file("Other.java", "class Other {}");

        BuildFailed failed = failed(fixture.java());

        assertThat(failed.rationale()).isEqualTo("src/pimw.java does not declare the class PiMw, but Pimw");
        assertThat(failed.help()).isEqualTo("call the class with main 'PiMw', and its file PiMw.java");
        assertThat(failed.compilerLines()).isEmpty();
    }
}
