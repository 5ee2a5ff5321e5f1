package procgrade.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTests {
    private static final Pace PACE = new Pace(ms(10), ms(5), ms(20), ms(30));

    @Test
    void who_does_something_is_looked_at_often() {
        assertThat(PACE.tickNanos(Duration.ZERO, false)).isEqualTo(ms(10).toNanos());
        assertThat(PACE.pollNanos(Duration.ZERO, false)).isEqualTo(ms(5).toNanos());
    }

    @Test
    void who_only_goes_on_is_looked_at_less_often() {
        assertThat(PACE.tickNanos(Duration.ZERO, true)).isEqualTo(ms(20).toNanos());
        assertThat(PACE.pollNanos(Duration.ZERO, true)).isEqualTo(ms(20).toNanos());
        assertThat(PACE.tickNanos(ms(1), true)).isEqualTo(ms(30).toNanos());
        assertThat(PACE.pollNanos(ms(1), true)).isEqualTo(ms(30).toNanos());
    }

    @Test
    void the_longer_a_program_is_idle_the_less_it_is_looked_at() {
        assertThat(PACE.tickNanos(ms(1), false)).isEqualTo(ms(30).toNanos());
        assertThat(PACE.tickNanos(ms(999), false)).isEqualTo(ms(30).toNanos());
        assertThat(PACE.tickNanos(ms(1000), false)).isEqualTo(ms(60).toNanos());
    }

    @Test
    void the_end_of_an_idle_program_is_seen_as_soon_after_a_minute_as_after_a_moment() {
        assertThat(PACE.pollNanos(ms(1), false)).isEqualTo(ms(30).toNanos());
        assertThat(PACE.pollNanos(ms(60_000), false)).isEqualTo(ms(30).toNanos());
    }

    @Test
    void a_timed_run_is_looked_at_alike_whatever_it_does() {
        assertThat(Pace.SPARSE.tickNanos(Duration.ZERO, true)).isEqualTo(Pace.SPARSE.tickNanos(Duration.ZERO, false));
        assertThat(Pace.SPARSE.pollNanos(Duration.ZERO, true)).isEqualTo(Pace.SPARSE.pollNanos(Duration.ZERO, false));
        assertThat(Pace.SPARSE.tickNanos(ms(5000), false)).isEqualTo(Pace.SPARSE.tickNanos(Duration.ZERO, false));
        assertThat(Pace.SPARSE.pollNanos(ms(5000), false)).isEqualTo(Pace.SPARSE.pollNanos(Duration.ZERO, false));
    }

    @Test
    void a_pace_without_time_between_looks_is_refused() {
        assertThatThrownBy(() -> new Pace(ms(0), ms(5), ms(20), ms(30)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a pace needs positive times: tick=PT0S");
    }

    private static Duration ms(long milliseconds) {
        return Duration.ofMillis(milliseconds);
    }
}
