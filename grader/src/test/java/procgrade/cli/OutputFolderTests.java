package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.engine.Grade;

class OutputFolderTests {
    @TempDir
    private Path folder;

    private static Grade grade() {
        return new Grade(
                "pi_mw",
                "Pi",
                "ada",
                "PiMw.java",
                "java",
                4711,
                Optional.of(Duration.ofSeconds(1)),
                List.of(),
                List.of(),
                Map.of(),
                Duration.ofSeconds(2),
                false);
    }

    private static OutputFolder begun(Path folder) {
        OutputFolder output = OutputFolder.prepare(folder);
        output.begin();
        return output;
    }

    @Test
    void it_gets_a_report_in_each_format_and_a_place_for_the_records() {
        Path wanted = folder.resolve("a/b");

        OutputFolder output = begun(wanted);
        output.write(grade());

        assertThat(wanted.resolve("report.txt"))
                .content()
                .startsWith("pi_mw  ada")
                .endsWith("seed 4711, 2.0 s\n");
        assertThat(wanted.resolve("report.json")).content().startsWith("{").contains("\"seed\" : 4711");
        assertThat(wanted.resolve("report.xml")).content().contains("<testsuite name=\"pi_mw ada\"");
        assertThat(output.evidence()).isEqualTo(wanted.resolve("evidence")).isDirectory();
    }

    @Test
    void what_an_earlier_grading_left_is_gone_and_other_files_stay() throws IOException {
        OutputFolder earlier = begun(folder);
        earlier.write(grade());
        Files.createDirectories(earlier.evidence().resolve("prints_pi/01"));
        Files.writeString(earlier.evidence().resolve("prints_pi/01/stdout.txt"), "pi = 3");
        Path other = Files.writeString(folder.resolve("notes.txt"), "mine");

        begun(folder);

        assertThat(folder.resolve("report.json")).doesNotExist();
        assertThat(earlier.evidence().resolve("prints_pi")).doesNotExist();
        assertThat(earlier.evidence().resolve("README.txt")).exists();
        assertThat(other).hasContent("mine");
    }

    @Test
    void until_a_grading_begins_what_an_earlier_one_left_stays() throws IOException {
        OutputFolder earlier = begun(folder);
        earlier.write(grade());
        Path record = Files.writeString(earlier.evidence().resolve("grading.json"), "{}");

        OutputFolder refused = OutputFolder.prepare(folder);
        refused.write(grade());

        assertThat(refused.hasBegun()).isFalse();
        assertThat(record).exists();
        assertThat(folder.resolve("report.json")).exists();
    }

    @Test
    void a_folder_of_somebody_else_is_not_emptied() throws IOException {
        Path precious = Files.createDirectories(folder.resolve("evidence/case 7"));

        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> OutputFolder.prepare(folder))
                .withMessage(folder.resolve("evidence") + " exists, and procgrade has not made it");
        assertThat(precious).isDirectory();
    }

    @Test
    void a_file_of_that_name_is_not_replaced() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "mine");

        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> OutputFolder.prepare(file))
                .withMessage("cannot write " + file + ": it is no folder");
        assertThat(file).hasContent("mine");
    }
}
