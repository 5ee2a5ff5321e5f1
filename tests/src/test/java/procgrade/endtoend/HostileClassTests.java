package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class in which some try to end the grading of all others. */
class HostileClassTests {
    @TempDir
    private Path folder;

    private Workbench bench;
    private GreetingClass greeting;

    @BeforeEach
    void make_a_course() throws IOException {
        bench = new Workbench(folder);
        greeting = new GreetingClass(folder);
    }

    private void java(String student, String source) throws IOException {
        bench.file("class/" + student + "/Greeting.java", source, StandardCharsets.UTF_8);
    }

    private void zip(String student, String entry) throws IOException {
        Path archive = bench.path("class/" + student + ".zip");
        Files.createDirectories(archive.getParent());
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("pass\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void no_hand_in_ends_the_grading_of_the_class_or_is_blamed_on_the_machine() throws Exception {
        bench.file("class/coding/greeting.py", "# -*- coding: hex -*-\nname = 'ä'\n", StandardCharsets.ISO_8859_1);
        greeting.program("deep", "import deeper\n");
        bench.file("class/deep/deeper.py", "x = " + "-".repeat(200_000) + "1\n", StandardCharsets.UTF_8);
        zip("long", ("d".repeat(250) + "/").repeat(17) + "greeting.py");
        zip("newline", "a\nb/greeting.py");
        zip("empty", "readme/");
        bench.file("class/nothing.zip", "", StandardCharsets.UTF_8);
        java("emoji", "int s = " + "\ud83d\ude00".repeat(200) + ";\nclass Greeting {}\n");
        java("emojis", "xint s = " + "\ud83d\ude00".repeat(200) + ";\nclass Greeting {}\n");
        java("sum", "class Greeting { int i = 1" + " + 1".repeat(50_000) + "; }\n");
        java("hidden", "\\u002f* package a\0b; *\\u002f class Greeting { public static void main(String[] a) {} }\n");
        Files.createDirectories(bench.path("class/loop"));
        Files.createSymbolicLink(bench.path("class/loop/round"), Path.of("round"));
        Files.createSymbolicLink(bench.path("class/loop/greeting.py"), Path.of("greeting.py"));
        greeting.good("zoe");

        var outcome =
                bench.procgrade(greeting.batch("graded").toArray(String[]::new)).run();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .containsPattern("coding +0 points +build failed")
                .containsPattern("deep +0 points +build failed")
                .containsPattern("emoji +0 points +build failed")
                .containsPattern("emojis +0 points +build failed")
                .containsPattern("sum +0 points +build failed")
                .containsPattern("hidden +0 points +build failed")
                .containsPattern("long +refused")
                .containsPattern("newline +refused")
                .containsPattern("empty +refused")
                .containsPattern("zoe +6 points +passed");
        assertThat(Files.readAllLines(bench.path("graded/gradebook.jsonl")))
                .hasSizeGreaterThanOrEqualTo(11)
                .noneMatch(row -> row.contains("GRADER_ERROR"));
        assertThat(bench.temporary()).isEmptyDirectory();
    }
}
