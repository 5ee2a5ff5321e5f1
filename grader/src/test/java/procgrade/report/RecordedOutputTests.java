package procgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedOutputTests {
    @TempDir
    private Path folder;

    private Path file(byte... bytes) throws IOException {
        return Files.write(folder.resolve("stdout.txt"), bytes);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("stdout.txt"), text);
    }

    private static String numbers(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            lines.append(i).append('\n');
        }
        return lines.toString();
    }

    @Test
    void a_short_output_is_there_line_by_line() throws IOException {
        assertThat(RecordedOutput.lines(file("a\n\nb"))).containsExactly("a", "", "b");
        assertThat(RecordedOutput.lines(file(numbers(40)))).hasSize(40).doesNotContain("(1 line left out)");
    }

    @Test
    void nothing_and_no_file_are_no_lines() throws IOException {
        assertThat(RecordedOutput.lines(file(""))).isEmpty();
        assertThat(RecordedOutput.lines(folder.resolve("none"))).isEmpty();
    }

    @Test
    void of_many_lines_the_first_and_the_last_are_there() throws IOException {
        assertThat(RecordedOutput.lines(file(numbers(1000))))
                .hasSize(40)
                .startsWith("1", "2")
                .contains("24", "(961 lines left out)", "986")
                .endsWith("1000");
    }

    @Test
    void a_flood_is_not_read_as_a_whole() throws IOException {
        assertThat(RecordedOutput.lines(file(numbers(500_000))))
                .hasSize(40)
                .startsWith("1")
                .contains("(most of its 3388895 bytes left out)")
                .endsWith("499999", "500000");
    }

    @Test
    void stray_bytes_spoil_no_other_character() throws IOException {
        assertThat(RecordedOutput.lines(file((byte) 0xff, (byte) '\n', (byte) 0xc3, (byte) 0xa9)))
                .containsExactly("\ufffd", "\u00e9");
    }
}
