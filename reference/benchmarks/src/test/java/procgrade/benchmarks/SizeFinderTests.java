package procgrade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SizeFinderTests {
    private final List<Long> tried = new ArrayList<>();

    /** A program whose time is computed. */
    private Contestant taking(long size, double seconds) {
        tried.add(size);
        return new Contestant() {
            @Override
            public String name() {
                return "computed";
            }

            @Override
            public Map<String, Double> run() {
                return Map.of(Program.ELAPSED, seconds);
            }
        };
    }

    @Test
    void the_size_is_computed_from_the_first_run_that_is_long_enough() {
        long size = SizeFinder.find(n -> taking(n, n * 1e-6), 100_000, 3, 1);

        assertThat(tried).containsExactly(1L, 100_000L, 400_000L, 1_600_000L);
        assertThat(size).isEqualTo(3_000_000);
    }

    @Test
    void the_time_that_the_program_takes_to_start_is_left_out() {
        long size = SizeFinder.find(n -> taking(n, 1 + n * 1e-6), 1_000_000, 3, 1);

        assertThat(size).isEqualTo(2_000_000);
    }

    @Test
    void work_that_grows_faster_than_the_size_is_allowed_for() {
        long size = SizeFinder.find(n -> taking(n, Math.pow(n / 1000.0, 2)), 1000, 4, 2);

        assertThat(size).isEqualTo(2000);
    }

    @Test
    void the_size_is_rounded_to_two_digits() {
        assertThat(SizeFinder.find(n -> taking(n, n * 1e-3), 1000, 1.2341, 1)).isEqualTo(1200);
    }
}
