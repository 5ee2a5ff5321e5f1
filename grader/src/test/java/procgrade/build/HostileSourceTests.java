package procgrade.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static procgrade.build.BuildFixture.built;
import static procgrade.build.BuildFixture.failed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.build.BuildOutcome.BuildFailed;
import procgrade.submission.EnvironmentFault;

/** Sources that nobody writes by mistake, and machines that look as if a source were to blame. */
class HostileSourceTests {
    private static final String MAIN = "class PiMw { public static void main(String[] args) {} }";

    @TempDir
    private Path temporary;

    private BuildFixture fixture;

    @BeforeEach
    void makeFixture() throws IOException {
        fixture = new BuildFixture(temporary);
    }

    /** With a search that goes back over letters it would be hours. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0300", "package ", " ", "\u00e9", "main ", "class"})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void millions_of_letters_are_read_in_no_time(String letters) {
        String text = "package\n" + letters.repeat(3_000_000);

        assertThat(JavaSource.of("PiMw.java", text, false).hasMain()).isFalse();
    }

    /** To the compiler the first line is a comment, because it translates escapes before all else. */
    @Test
    void a_package_line_that_the_compiler_does_not_see_does_no_harm() {
        fixture.file("PiMw.java", "\\u002f* package a\0b; *\\u002f " + MAIN);

        assertThat(failed(fixture.java()).rationale())
                .isEqualTo("the class PiMw in PiMw.java has no method 'public static void main(String[] args)'");
    }

    @Test
    void lines_of_the_compiler_are_not_cut_within_a_character() {
        for (int i = 0; i < 2; i++) {
            fixture.file("PiMw.java", "x".repeat(i) + "int s = " + "\ud83d\ude00".repeat(200) + ";" + MAIN);
        }

        List<String> lines = failed(fixture.java()).compilerLines();

        assertThat(lines).anyMatch(line -> line.endsWith("..."));
        assertThat(lines).allMatch(line -> StandardCharsets.UTF_8.newEncoder().canEncode(line));
    }

    @Test
    void names_of_any_length_and_number_are_shown_in_part() {
        fixture.file("PiMw.java", "class " + "A".repeat(100_000) + " {}" + " class B {}".repeat(1000));

        assertThat(failed(fixture.java()).rationale())
                .isEqualTo("PiMw.java does not declare the class PiMw, but " + "A".repeat(60)
                        + "..., B, B, B, B and 996 more");
    }

    @Test
    void paths_of_what_the_program_does_not_need_are_shown_in_part() {
        fixture.file("PiMw.java", MAIN);
        for (int i = 1; i <= 7; i++) {
            fixture.file("Draft" + i + ".java", "class {");
        }

        assertThat(built(fixture.java()).notices())
                .containsExactly("left out, because the program does not need it and it does not compile: Draft1.java,"
                        + " Draft2.java, Draft3.java, Draft4.java, Draft5.java and 2 more");
    }

    @Test
    void a_compiler_that_crashes_says_nothing_about_this_machine() {
        fixture.with(BuildFixture.withPrefix(fixture.tools(), "sh", "-c", "kill -SEGV $$"))
                .file("PiMw.java", MAIN);

        BuildFailed failed = failed(fixture.java());

        assertThat(failed.rationale())
                .isEqualTo("does not compile: the compiler ended with exit code 139: it said nothing");
    }

    @Test
    @Timeout(value = 50, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_compiler_that_fills_the_disk_is_stopped() {
        fixture.with(BuildFixture.withPrefix(
                        fixture.tools(), "sh", "-c", "truncate -s 51M ../classes-1/A.class; exec sleep 600"))
                .file("PiMw.java", MAIN);

        assertThat(failed(fixture.java()).rationale())
                .isEqualTo("does not compile: the compiler made more than 50 MB of class files");
    }

    /** Each of a thousand constants has 65 kB. */
    @Test
    void constants_that_are_put_together_fill_no_disk() {
        fixture.file("PiMw.java", "class PiMw { static final String K = \"" + "x".repeat(65_000) + "\"; }");
        String constants =
                IntStream.range(0, 300).mapToObj(i -> "PiMw.K + " + i).collect(Collectors.joining(", "));
        for (int i = 0; i < 4; i++) {
            fixture.file("A" + i + ".java", "class A" + i + " { Object[] all = {" + constants + "}; }");
        }

        assertThat(failed(fixture.java()).rationale())
                .isEqualTo("does not compile: the compiler made more than 50 MB of class files");
    }

    @Test
    void a_compiler_without_room_is_a_fault_of_this_machine() {
        String full = "rm -r ../classes-1; echo './PiMw.java:1: error: error while writing PiMw: no space'; exit 1";
        fixture.with(BuildFixture.withPrefix(fixture.tools(), "sh", "-c", full)).file("PiMw.java", MAIN);

        assertThatThrownBy(fixture::java)
                .isInstanceOf(EnvironmentFault.class)
                .hasMessage("there is no room left in " + fixture.work().resolve("classes-1"));
    }

    @Test
    void a_compiler_that_does_not_even_start_is_a_fault_of_this_machine() {
        String small = "echo 'Error occurred during initialization of VM'; echo 'Could not reserve space'; exit 1";
        fixture.with(BuildFixture.withPrefix(fixture.tools(), "sh", "-c", small))
                .file("PiMw.java", MAIN);

        assertThatThrownBy(fixture::java)
                .isInstanceOf(EnvironmentFault.class)
                .hasMessage("the Java compiler does not start: Could not reserve space");
    }
}
