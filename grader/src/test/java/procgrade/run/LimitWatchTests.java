package procgrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import procgrade.observe.ProcessStat;
import procgrade.observe.ProcessState;
import procgrade.observe.SavedProc;

/** What is too much, decided on numbers only. */
class LimitWatchTests {
    private static final RunLimits LIMITS = new RunLimits(Duration.ofSeconds(9), 1, 1000 << 10, 3, 20);

    private final List<ProcessStat> alive = new ArrayList<>();
    private SavedProc proc = SavedProc.of("");

    private void has(long pid, int threads, long kibibytes) {
        alive.add(new ProcessStat(
                pid,
                "python3",
                ProcessState.SLEEPING,
                1,
                1,
                1,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                threads,
                Duration.ofSeconds(pid),
                kibibytes << 10,
                OptionalInt.empty(),
                true,
                false));
    }

    private LimitWatch watch() {
        return new LimitWatch(LIMITS, () -> alive, proc);
    }

    private Optional<StopReason> tick() {
        return watch().tick(Duration.ofMillis(10));
    }

    private static String proportional(long pid, long kibibytes) {
        return "file " + pid + "/smaps_rollup 00-ff ---p 00 00:00 0 [rollup]\\nRss:  900 kB\\nPss:  " + kibibytes
                + " kB\\nPss_Dirty: 1 kB\\n\n";
    }

    @Test
    void a_program_may_have_as_much_as_its_limits_say() {
        has(7, 8, 400);
        has(8, 8, 400);
        has(9, 4, 200);

        assertThat(tick()).isEmpty();
    }

    @Test
    void one_process_more_is_too_much() {
        for (int pid = 7; pid < 11; pid++) {
            has(pid, 1, 1);
        }

        assertThat(tick()).contains(StopReason.PROCESS_LIMIT);
    }

    @Test
    void threads_of_all_processes_are_counted_together() {
        has(7, 20, 1);
        has(8, 1, 1);

        assertThat(tick()).contains(StopReason.PROCESS_LIMIT);
    }

    @Test
    void memory_of_all_processes_is_counted_together() {
        has(7, 1, 600);
        has(8, 1, 600);
        proc = SavedProc.of(proportional(7, 590) + proportional(8, 590));

        assertThat(tick()).contains(StopReason.MEMORY_LIMIT);
    }

    @Test
    void memory_that_processes_share_is_counted_once() {
        has(7, 1, 600);
        has(8, 1, 600);
        proc = SavedProc.of(proportional(7, 310) + proportional(8, 310));

        assertThat(tick()).isEmpty();
    }

    @Test
    void memory_whose_sharing_may_not_be_known_is_counted_in_full() {
        has(7, 1, 1001);
        proc = SavedProc.of("refused 7/smaps_rollup\n");

        assertThat(tick()).contains(StopReason.MEMORY_LIMIT);
    }

    @Test
    void a_process_that_has_ended_meanwhile_has_no_memory() {
        has(7, 1, 1001);

        assertThat(tick()).isEmpty();
    }

    @Test
    void a_size_that_makes_no_sense_is_taken_as_unknown() {
        has(7, 1, 1001);
        proc = SavedProc.of("file 7/smaps_rollup \\nPss: many kB\\n\n");

        assertThat(tick()).contains(StopReason.MEMORY_LIMIT);
    }

    @Test
    void exact_sizes_are_read_at_most_ten_times_a_second() {
        has(7, 1, 1001);
        has(8, 1, 1);
        proc = SavedProc.of(proportional(7, 900) + "refused 9/smaps_rollup\n");
        LimitWatch watch = watch();
        assertThat(watch.tick(Duration.ofMillis(10))).isEmpty();
        // counts in full as soon as it is asked for
        has(9, 1, 500);

        assertThat(watch.tick(Duration.ofMillis(109))).isEmpty();
        assertThat(watch.tick(Duration.ofMillis(110))).contains(StopReason.MEMORY_LIMIT);
    }
}
