package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FixpointTests {
    private static List<Long> stuck(String... lines) {
        return Fixpoint.stuck(Graph.of(lines)).stream().map(Waiter::pid).toList();
    }

    @Test
    void two_who_wait_for_each_other_are_stuck() {
        assertThat(stuck("1 waits for 2", "2 waits for 1")).containsExactly(1L, 2L);
    }

    @Test
    void one_who_waits_for_itself_is_stuck() {
        assertThat(stuck("1 waits for 1")).containsExactly(1L);
    }

    @Test
    void whoever_waits_for_a_circle_is_stuck_outside_of_it() {
        assertThat(stuck("1 waits for 2", "2 waits for 3", "3 waits for 2")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void one_waker_that_goes_on_is_enough() {
        assertThat(stuck("1 waits for 2, 3", "2 waits for 1", "3 is TIMED")).isEmpty();
    }

    @Test
    void going_on_spreads_along_a_chain() {
        assertThat(stuck("1 waits for 2", "2 waits for 3", "3 waits for 4", "4 is RUNNING"))
                .isEmpty();
    }

    @Test
    void one_thread_that_goes_on_may_wake_those_who_wait_for_its_process() {
        assertThat(stuck("1 waits for 2", "2 waits for 1", "2 is TIMED")).isEmpty();
    }

    @Test
    void those_who_cannot_be_woken_by_one_who_goes_on_are_stuck_beside_it() {
        String[] lines = {"1 waits for 2", "2 waits for 1", "3 is TIMED"};

        assertThat(stuck(lines)).containsExactly(1L, 2L);
        assertThat(Fixpoint.isWhole(Graph.of(lines))).isFalse();
    }

    @Test
    void threads_of_a_virtual_machine_do_not_count() {
        String[] lines = {"1 waits for 2", "1 is INTERNAL", "2 waits for 1", "3 is INTERNAL"};

        assertThat(stuck(lines)).containsExactly(1L, 2L);
        assertThat(Fixpoint.isWhole(Graph.of(lines))).isTrue();
    }

    @Test
    void nobody_is_no_standstill() {
        assertThat(Fixpoint.isWhole(Graph.of())).isFalse();
        assertThat(Fixpoint.isWhole(Graph.of("1 is INTERNAL"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"BLOCKED", "INTERNAL"},
            mode = EnumSource.Mode.EXCLUDE)
    void whoever_may_go_on_by_itself_spoils_the_proof(Fate fate) {
        assertThat(Fixpoint.isWhole(Graph.of("1 waits for 2", "2 waits for 1", "3 is " + fate)))
                .isFalse();
        assertThat(stuck("1 waits for 3", "3 is " + fate)).isEmpty();
    }
}
