package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldUpsTests {
    /** Remembers who was held up. */
    private static final class Recorder implements HoldUps.Holder {
        private final List<Long> pids = new ArrayList<>();
        private final List<Integer> lengths = new ArrayList<>();
        private boolean finished;

        @Override
        public void hold(long pid, int milliseconds) {
            pids.add(pid);
            lengths.add(milliseconds);
        }

        @Override
        public void finish() {
            finished = true;
        }
    }

    private static Recorder run(long seed, List<Long> alive) {
        Recorder recorder = new Recorder();
        HoldUps holdUps = new HoldUps(seed, () -> alive, recorder);
        for (int millis = 0; millis < 4000; millis += 10) {
            assertThat(holdUps.tick(Duration.ofMillis(millis))).isEmpty();
        }
        holdUps.ending(Duration.ofSeconds(4), Optional.empty());
        return recorder;
    }

    @Test
    void the_same_seed_holds_up_the_same_processes_whatever_their_pids() {
        Recorder first = run(7, List.of(10L, 11L, 12L));
        Recorder second = run(7, List.of(20L, 21L, 22L));

        assertThat(second.pids)
                .isEqualTo(first.pids.stream().map(pid -> pid + 10).toList());
        assertThat(second.lengths).isEqualTo(first.lengths);
        assertThat(run(8, List.of(10L, 11L, 12L)).pids).isNotEqualTo(first.pids);
    }

    @Test
    void each_process_is_held_up_shortly_one_at_a_time_and_then_no_more() {
        Recorder recorder = run(7, List.of(10L, 11L, 12L));

        assertThat(recorder.pids).contains(10L, 11L, 12L);
        assertThat(recorder.lengths).allMatch(length -> length >= 20 && length < 100);
        assertThat(recorder.lengths.stream().mapToInt(Integer::intValue).sum()).isBetween(800, 2100);
        assertThat(recorder.finished).isTrue();
    }

    @Test
    void where_nobody_is_alive_nobody_is_held_up() {
        assertThat(run(7, List.of()).pids).isEmpty();
    }
}
