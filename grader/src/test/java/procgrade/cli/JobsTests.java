package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import procgrade.observe.ProcFs;

class JobsTests {
    @Test
    void there_is_one_more_than_cores() {
        assertThat(Jobs.by(2, OptionalLong.of(64_000_000_000L))).isEqualTo(3);
        assertThat(Jobs.by(4, OptionalLong.empty())).isEqualTo(5);
    }

    @Test
    void while_cores_are_idle_there_are_six_for_each_if_they_fit_into_the_memory() {
        assertThat(Jobs.most(2, OptionalLong.of(64_000_000_000L))).isEqualTo(12);
        assertThat(Jobs.most(2, OptionalLong.of(8_600_000_000L))).isEqualTo(5);
        assertThat(Jobs.most(2, OptionalLong.of(500_000_000L))).isEqualTo(1);
    }

    @Test
    void little_memory_takes_less() {
        assertThat(Jobs.by(8, OptionalLong.of(4_100_000_000L))).isEqualTo(2);
        assertThat(Jobs.by(8, OptionalLong.of(500_000_000L))).isEqualTo(1);
    }

    @Test
    void who_names_a_number_gets_it_whatever_there_is_to_do_for_the_cores() {
        assertThat(Jobs.ofBatch(2, 8, OptionalLong.empty())).isEqualTo(new Jobs(2, 2));
        assertThat(Jobs.ofChecks(4, 1, OptionalLong.empty())).isEqualTo(new Jobs(4, 4));
    }

    @Test
    void checks_of_one_submission_go_on_at_the_same_time_where_there_are_several_cores() {
        assertThat(Jobs.ofChecks(0, 2, OptionalLong.empty())).isEqualTo(new Jobs(3, 12));
        assertThat(Jobs.ofChecks(0, 1, OptionalLong.empty())).isEqualTo(new Jobs(1, 1));
        assertThat(Jobs.ofBatch(0, 1, OptionalLong.empty())).isEqualTo(new Jobs(2, 6));
    }

    @Test
    void this_machine_tells_its_memory() {
        assertThat(Jobs.availableBytes(ProcFs.ofThisMachine()).orElse(0)).isGreaterThan(100_000_000);
        assertThat(Jobs.availableBytes(new ScriptedMachine().proc())).isEmpty();
    }
}
