package procgrade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ProgramTests {
    private static Program shell(String script) {
        return new Program("shell", List.of("sh", "-c", script), Map.of());
    }

    @Test
    void lines_with_a_name_and_a_number_are_measures_and_others_are_not() {
        var figures = shell("echo a_b 1.5; echo c1 2E-3; echo pi = 3.1; echo primes up to 9: 4; echo x y")
                .run();

        assertThat(figures).containsEntry("a_b", 1.5).containsEntry("c1", 0.002).containsKey(Program.ELAPSED);
        assertThat(figures).hasSize(3);
    }

    @Test
    void a_program_gets_variables_in_its_environment() {
        assertThat(shell("echo v $TEN").with("TEN", "10").run()).containsEntry("v", 10.0);
    }

    @Test
    void a_program_finds_its_input_at_the_end() {
        assertThat(shell("cat; echo v 1").run()).containsEntry("v", 1.0);
    }

    @Test
    void a_failed_program_is_named_with_its_exit_code() {
        assertThatThrownBy(shell("exit 3")::run)
                .isInstanceOf(BenchmarkException.class)
                .hasMessage("'sh -c exit 3' ended with exit code 3; run it by itself to see what it lacks");
    }

    @Test
    void a_missing_program_is_named() {
        var missing = new Program("missing", List.of("no-such-program"), Map.of());

        assertThatThrownBy(missing::run)
                .isInstanceOf(BenchmarkException.class)
                .hasMessageStartingWith("cannot start no-such-program: ")
                .hasMessageEndingWith("; install it, or put it on the PATH");
    }

    @Test
    void programs_run_together_run_at_the_same_time(@TempDir Path folder) {
        String pipe = folder.resolve("pipe").toString();
        shell("mkfifo '" + pipe + "'").run();
        // opening a pipe waits for the other end, so one after the other they would never end
        var reader = shell("cat '" + pipe + "' > /dev/null");
        var writer = shell("echo word > '" + pipe + "'");

        assertThat(new Together("both", List.of(reader, writer)).run()).containsOnlyKeys(Program.ELAPSED);
    }

    @Test
    void one_failure_among_programs_run_together_is_a_failure() {
        assertThatThrownBy(new Together("both", List.of(shell("exit 0"), shell("exit 4")))::run)
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("exit code 4");
    }
}
