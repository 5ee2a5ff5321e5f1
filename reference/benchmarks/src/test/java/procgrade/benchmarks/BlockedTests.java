package procgrade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BlockedTests {
    private static Blocked shell(String script) {
        return new Blocked(new Program("shell", List.of("sh", "-c", script), Map.of()), 0.1);
    }

    @Test
    void a_process_that_waits_in_a_pipe_gets_no_cpu_time() {
        assertThat(shell("echo ready $$; read end; exit 0").run())
                .containsEntry(Blocked.WAITING, 0.0)
                .containsEntry(Blocked.ALL, 0.0);
    }

    @Test
    void a_process_that_waits_elsewhere_is_not_taken_for_one_that_waits_in_a_pipe() {
        assertThatThrownBy(shell("echo ready $$; exec sleep 100")::run)
                .isInstanceOf(BenchmarkException.class)
                .hasMessage("only 0 threads of 1 processes wait in a pipe according to /proc;"
                        + " let a user run this who may read wchan");
    }

    @Test
    void a_program_that_does_not_say_which_processes_wait_cannot_be_watched() {
        assertThatThrownBy(shell("echo nothing")::run)
                .isInstanceOf(BenchmarkException.class)
                .hasMessage("'sh -c echo nothing' printed 'nothing' instead of the pids of its processes;"
                        + " run it by itself to see what it lacks");
    }
}
