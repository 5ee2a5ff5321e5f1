package procgrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTests {
    @TempDir
    private Path temporary;

    private OutputFiles files;

    @BeforeEach
    void create() throws IOException {
        files = OutputFiles.create(new RunSpec(
                List.of("true"), temporary, List.of(), Map.of(), "in\n", RunLimits.DEFAULT, temporary.resolve("o/p")));
    }

    private void wrote(String out, String err) throws IOException {
        Files.writeString(files.stdout(), out);
        Files.writeString(files.stderr(), err);
    }

    @Test
    void a_program_that_has_written_nothing_has_empty_files_and_no_complaint() throws IOException {
        assertThat(files.stdin()).hasContent("in\n");
        assertThat(files.bytes()).isZero();
        assertThat(files.complaint()).isEmpty();
        files.cutTo(10);
        assertThat(files.stdout()).isEmptyFile();
        assertThat(files.stderr()).isEmptyFile();
    }

    @Test
    void files_of_an_earlier_run_are_overwritten() throws IOException {
        wrote("old", "old");
        create();

        assertThat(files.bytes()).isZero();
    }

    @Test
    void both_files_share_the_limit_and_the_shorter_one_keeps_all() throws IOException {
        wrote("a".repeat(3), "b".repeat(20));
        files.cutTo(10);
        assertThat(files.stdout()).hasSize(3);
        assertThat(files.stderr()).hasSize(7);

        wrote("a".repeat(20), "b".repeat(20));
        files.cutTo(11);
        assertThat(files.stdout()).hasSize(5);
        assertThat(files.stderr()).hasSize(6);

        wrote("a".repeat(20), "");
        files.cutTo(11);
        assertThat(files.stdout()).hasSize(11);
    }

    @Test
    void files_within_the_limit_are_left_alone() throws IOException {
        wrote("a".repeat(6), "b".repeat(4));
        files.cutTo(10);

        assertThat(files.bytes()).isEqualTo(10);
    }

    @Test
    void a_complaint_is_the_first_line_that_says_something() throws IOException {
        wrote("", "\n  \n\tno such file \nmore\n");

        assertThat(files.complaint()).isEqualTo("no such file");
    }

    @Test
    void a_complaint_may_be_of_any_bytes() throws IOException {
        byte[] bytes = "caf\u00e9 \0 x".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(files.stderr(), bytes);

        assertThat(files.complaint()).isEqualTo("caf\ufffd \0 x");
    }

    @Test
    void files_that_the_program_could_not_keep_count_nothing() throws IOException {
        Files.delete(files.stdout());
        Files.delete(files.stderr());

        assertThat(files.bytes()).isZero();
        assertThat(files.complaint()).isEmpty();
    }
}
