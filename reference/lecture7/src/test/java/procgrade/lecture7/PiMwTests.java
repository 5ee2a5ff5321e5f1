package procgrade.lecture7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edges of pi_mw, against the sum computed backwards. */
class PiMwTests {
    private static final String EDGES = """
        0 4
        1 1
        1 8
        2 4
        7 7
        10 16 1
        100 3 1
        1000 4 7
        9999 1
        10000 1
        10001 1
        12345 3 100000
        """;

    @ParameterizedTest
    @CsvSource(textBlock = EDGES)
    void java_is_right(String arguments) {
        check(Language.JAVA, arguments);
    }

    @ParameterizedTest
    @CsvSource(textBlock = EDGES)
    void python_is_right(String arguments) {
        check(Language.PYTHON, arguments);
    }

    /** More tasks and more results than the buffers of the queues hold, before the master gets the first one. */
    @ParameterizedTest
    @CsvSource({"JAVA, 20000 2 1", "PYTHON, 20000 2 1"})
    void many_tasks_do_not_block_the_master(Language language, String arguments) {
        check(language, arguments);
    }

    private static void check(Language language, String arguments) {
        List<String> list = List.of(arguments.split(" ", -1));

        ProgramRun run = ProgramRun.of(language, Program.PI_MW, list);

        assertThat(run.errors()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).singleElement().asString().startsWith("pi = ");
        double pi = Double.parseDouble(run.output().get(0).substring("pi = ".length()));
        assertThat(pi).isCloseTo(expected(Long.parseLong(list.get(0))), within(1e-9));
    }

    private static double expected(long n) {
        double sum = 0;
        for (long k = 2 * n - 1; k > 0; k -= 2) {
            // x = (k/2)/n, so 4/(1+x*x) = 16*n*n/(4*n*n+k*k)
            sum += 16.0 * n * n / (4.0 * n * n + (double) k * k);
        }
        return n == 0 ? 0 : sum / n;
    }
}
