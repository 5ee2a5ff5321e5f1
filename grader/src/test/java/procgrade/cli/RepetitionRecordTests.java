package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import procgrade.cli.RepetitionRecord.Line;

class RepetitionRecordTests {
    private static final String IDLE = "--hog 0 --speedups=few";
    private static final Line FULL = new Line("args java", 1, List.of(), true);
    private static final Line FAILED = new Line("args python", 1, List.of("prints: WRONG_OUTPUT"), false);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_a_file() {
        file = folder.resolve("record.jsonl");
    }

    @Test
    void what_was_counted_is_there_at_the_next_start() {
        record(FULL, FAILED);

        try (RepetitionRecord again = RepetitionRecord.open(file, IDLE)) {
            assertThat(again.earlier()).containsExactly(FULL, FAILED);
        }
    }

    @Test
    void a_line_that_was_torn_is_counted_again() throws IOException {
        record(FULL);
        Files.writeString(file, "{\"reference\":\"args py", StandardOpenOption.APPEND);

        record(FAILED);
        try (RepetitionRecord again = RepetitionRecord.open(file, IDLE)) {
            assertThat(again.earlier()).containsExactly(FULL, FAILED);
        }
    }

    @Test
    void other_circumstances_are_another_count() {
        record(FULL);

        UserFault fault = failure("--hog 1 --speedups=few");
        assertThat(fault).hasMessage(file + " was recorded with " + IDLE + ", not with --hog 1 --speedups=few");
        assertThat(fault.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 'my notes'",
        "1, 'my notes\n'",
        "1, '{\"reference\":\"args java\",\"round\":1}\n'",
        "2, '{\"circumstances\":\"--hog 0 --speedups=few\"}\nmy notes\n'",
        "2, '{\"circumstances\":\"--hog 0 --speedups=few\"}\n{\"reference\":\"args java\",\"round\":\"1\"}\nunfinished'",
    })
    void a_file_of_somebody_else_is_left_as_it_is(int line, String text) throws IOException {
        Files.writeString(file, text);

        assertThat(failure(IDLE))
                .hasMessage(file + " line " + line + " is none of a record of 'procgrade verify --repeat'");
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void a_first_line_that_was_torn_is_written_again() throws IOException {
        Files.writeString(file, "{\"circum");

        record(FULL);
        assertThat(file)
                .hasContent("{\"circumstances\":\"" + IDLE + "\"}\n"
                        + "{\"reference\":\"args java\",\"round\":1,\"unmeasured\":true}\n");
    }

    @Test
    void a_place_that_cannot_be_written_is_named() {
        file = folder.resolve("missing/record.jsonl");

        UserFault fault = failure(IDLE);
        assertThat(fault).hasMessageStartingWith("cannot write the record " + file + ": ");
        assertThat(fault.exitCode()).isEqualTo(ExitCode.ENVIRONMENT_UNFIT);
    }

    private void record(Line... lines) {
        try (RepetitionRecord record = RepetitionRecord.open(file, IDLE)) {
            List.of(lines).forEach(record::add);
        }
    }

    private UserFault failure(String circumstances) {
        return catchThrowableOfType(
                UserFault.class,
                () -> RepetitionRecord.open(file, circumstances).close());
    }
}
