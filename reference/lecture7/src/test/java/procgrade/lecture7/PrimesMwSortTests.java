package procgrade.lecture7;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edges of primes_mw_sort, against the sieve of Eratosthenes. */
class PrimesMwSortTests {
    private static final String EDGES = """
        0 4
        1 1
        2 2
        3 1
        4 1
        5 2
        6 4
        7 1
        8 2
        9 1
        10 2 1
        25 2 1
        49 3
        100 16
        121 2 50
        961 3 10
        1001 2 1
        65536 5 1000
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

    @ParameterizedTest
    @CsvSource({"JAVA, 20000 2 1", "PYTHON, 20000 2 1"})
    void many_tasks_do_not_block_the_master(Language language, String arguments) {
        check(language, arguments);
    }

    /** A byte for each number up to N would be more than the heap; the primes among them take a third of it. */
    @Test
    void java_needs_memory_for_the_primes_and_not_for_all_numbers() {
        var list = List.of("24000000", "2", "100000");

        ProgramRun run = ProgramRun.withOption("-Xmx22m", Program.PRIMES_MW_SORT, list);

        assertThat(run).isEqualTo(new ProgramRun(0, expected(24_000_000), List.of()));
    }

    private static void check(Language language, String arguments) {
        List<String> list = List.of(arguments.split(" ", -1));

        ProgramRun run = ProgramRun.of(language, Program.PRIMES_MW_SORT, list);

        assertThat(run).isEqualTo(new ProgramRun(0, expected(Integer.parseInt(list.get(0))), List.of()));
    }

    private static List<String> expected(int n) {
        boolean[] composite = new boolean[n + 1];
        for (int i = 2; i * i <= n; i++) {
            for (int multiple = i * i; multiple <= n; multiple += i) {
                composite[multiple] = true;
            }
        }
        List<Integer> primes =
                IntStream.rangeClosed(2, n).filter(i -> !composite[i]).boxed().toList();
        String count = "primes up to " + n + ": " + primes.size();
        return n <= 1000
                ? List.of(count, primes.toString())
                : List.of(count, "the last 5: " + primes.subList(primes.size() - 5, primes.size()));
    }
}
