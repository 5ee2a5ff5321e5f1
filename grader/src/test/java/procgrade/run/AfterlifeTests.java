package procgrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import procgrade.observe.ProcessStat;
import procgrade.observe.ProcessState;

/** Processes that outlive the first one of their program, looked at each 10 ms. Pids from 900 on look like helpers. */
class AfterlifeTests {
    private final Afterlife life = new Afterlife(stat -> stat.pid() >= 900);
    private final List<ProcessStat> alive = new ArrayList<>();
    private long millis = 5000;

    private void is(long pid, ProcessState state, int cpuMillis) {
        alive.removeIf(stat -> stat.pid() == pid);
        alive.add(new ProcessStat(
                pid,
                "python3",
                state,
                1,
                1,
                1,
                Duration.ofMillis(cpuMillis),
                Duration.ZERO,
                Duration.ZERO,
                1,
                Duration.ofSeconds(pid),
                1 << 20,
                OptionalInt.empty(),
                true,
                false));
    }

    private void ends(long pid) {
        alive.removeIf(stat -> stat.pid() == pid);
    }

    private Afterlife look() {
        millis += 10;
        life.look(Duration.ofMillis(millis).toNanos(), alive);
        return life;
    }

    @Test
    void whoever_runs_or_has_run_since_the_last_look_is_at_work() {
        is(7, ProcessState.RUNNING, 0);
        assertThat(look().isAtWork()).isTrue();
        is(7, ProcessState.SLEEPING, 10);
        assertThat(look().isAtWork()).isTrue();
        assertThat(look().isAtWork()).isFalse();
        assertThat(life.isBusy()).isFalse();
    }

    @Test
    void the_time_that_was_used_before_the_first_look_is_no_work() {
        is(7, ProcessState.SLEEPING, 1000);

        assertThat(look().isAtWork()).isFalse();
    }

    @Test
    void an_end_is_seen_once_also_of_one_that_only_slept() {
        is(7, ProcessState.SLEEPING, 0);
        is(8, ProcessState.SLEEPING, 0);
        assertThat(look().hasSeenAnEnd()).isFalse();
        ends(7);
        assertThat(look().hasSeenAnEnd()).isTrue();
        assertThat(look().hasSeenAnEnd()).isFalse();
    }

    @Test
    void processes_that_take_turns_are_at_work_by_their_ends() {
        is(7, ProcessState.SLEEPING, 0);
        look();
        ends(7);
        is(8, ProcessState.SLEEPING, 0);

        assertThat(look().hasSeenAnEnd()).isTrue();
    }

    @Test
    void a_helper_that_only_ends_is_busy_but_not_at_work() {
        for (int look = 0; look <= 10; look++) {
            is(900, ProcessState.RUNNING, look);
            assertThat(look().isAtWork()).isFalse();
            assertThat(life.isBusy()).isTrue();
        }
        ends(900);
        assertThat(look().hasSeenAnEnd()).isFalse();
    }

    @Test
    void whoever_only_looks_like_a_helper_is_at_work_after_a_tenth_of_a_second() {
        // one after the other, so that none of them is busy for long
        for (int look = 0; look <= 10; look++) {
            ends(900 + look - 1);
            is(900 + look, ProcessState.RUNNING, 0);
            assertThat(look().isAtWork()).isFalse();
        }
        assertThat(look().isAtWork()).isTrue();
    }
}
