package procgrade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class MainTests {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        return Main.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_quick_benchmark_compares_java_with_python_and_writes_the_samples() throws Exception {
        Path csv = folder.resolve("samples.csv");

        int code = run("--quick", "--pairs", "1", "--csv", csv.toString(), "round-trip");

        assertThat(text(err)).contains("round-trip (Queue): round 1 of 1");
        assertThat(code).isZero();
        assertThat(text(out))
                .contains("a quick run: too small for figures that one could quote")
                .containsPattern("Queue, 99th percentile +Java [0-9.]+ us +CPython [0-9.]+ us")
                .containsPattern("SimpleQueue +Java [0-9.]+ us .* at most 0.1 +(yes|no)\n");
        assertThat(Files.readAllLines(csv)).anyMatch(line -> line.startsWith("round-trip,SimpleQueue,us,1,Java,"));
    }

    @Test
    void help_lists_the_benchmarks() {
        assertThat(run("--help")).isZero();
        assertThat(text(out)).startsWith("Usage: ").contains("  queue         items through a queue");
    }

    @Test
    void wrong_arguments_are_one_line_and_exit_code_2() {
        assertThat(run("--pairs", "many")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("benchmarks: --pairs must be a whole number from 1 to 1000, not \"many\"\n");
    }

    @Test
    void a_missing_python_twin_is_one_line_and_exit_code_1() {
        String csv = folder.resolve("samples.csv").toString();

        assertThat(run("--quick", "--reference", folder.toString(), "--csv", csv, "trace"))
                .isEqualTo(1);
        assertThat(text(err)).contains("benchmarks: 'python3 ").contains(" ended with exit code 2; run it by itself");
    }

    @Test
    void a_file_that_cannot_be_written_is_found_out_before_anything_is_measured() {
        String csv = folder.resolve("missing/samples.csv").toString();

        assertThat(run("--csv", csv)).isEqualTo(1);
        assertThat(text(err))
                .isEqualTo("benchmarks: cannot write " + csv + "; name a file that you may write with --csv\n");
    }
}
