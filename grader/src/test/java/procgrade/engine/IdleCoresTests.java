package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import procgrade.observe.MachineUse;

class IdleCoresTests {
    private static final Duration LONG_ENOUGH = Duration.ofMillis(500);

    private Duration now = Duration.ofDays(1);
    private Duration asked = now;
    private double busyCores;
    private final IdleCores cores = new IdleCores(this::use, () -> now.toNanos());

    private Optional<MachineUse> use() {
        Duration window = now.minus(asked);
        asked = now;
        Duration busy = Duration.ofNanos((long) (busyCores * window.toNanos()));
        return window.isZero()
                ? Optional.empty()
                : Optional.of(new MachineUse(window, 2, busy, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    private int after(Duration time) {
        now = now.plus(time);
        return cores.change();
    }

    @Test
    void a_fifth_of_a_core_is_enough() {
        after(Duration.ZERO);
        busyCores = 1.75;
        assertThat(after(LONG_ENOUGH)).isEqualTo(1);
        busyCores = 1.85;
        assertThat(after(LONG_ENOUGH)).isZero();
    }

    @Test
    void idle_cores_are_given_out_once_and_not_again_before_they_can_be_in_use() {
        after(Duration.ZERO);
        assertThat(after(LONG_ENOUGH)).isEqualTo(1);

        assertThat(after(Duration.ZERO)).isZero();
        assertThat(after(Duration.ofMillis(100))).isZero();
        assertThat(after(LONG_ENOUGH)).isEqualTo(1);
    }

    @Test
    void only_when_all_have_been_busy_for_two_seconds_there_are_too_many() {
        after(Duration.ZERO);
        busyCores = 2;
        for (int i = 0; i < 4; i++) {
            assertThat(after(LONG_ENOUGH)).isZero();
        }
        assertThat(after(LONG_ENOUGH)).isEqualTo(-1);
        assertThat(after(LONG_ENOUGH)).isZero();
    }

    @Test
    void what_was_long_ago_says_nothing() {
        assertThat(after(Duration.ofHours(1))).isZero();
        assertThat(after(Duration.ofHours(1))).isZero();
        assertThat(after(LONG_ENOUGH)).isEqualTo(1);
    }

    @Test
    void where_the_kernel_tells_nothing_no_core_is_idle() {
        IdleCores unknown = new IdleCores(Optional::empty, () -> now.toNanos());
        unknown.change();
        now = now.plus(LONG_ENOUGH);

        assertThat(unknown.change()).isZero();
    }
}
