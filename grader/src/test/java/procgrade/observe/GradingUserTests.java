package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GradingUserTests {
    @Test
    void the_effective_user_counts() {
        assertThat(read("Uid:\\t1000\\t0\\t1000\\t1000\\n")).isEqualTo(Observed.of(0L));
    }

    @Test
    void what_is_not_there_is_not_guessed() {
        assertThat(read("Uid:\\t1000\\n").isKnown()).isFalse();
        assertThat(read("Uid:\\tx\\ty\\n").isKnown()).isFalse();
        assertThat(read("Gid:\\t0\\t0\\t0\\t0\\n").isKnown()).isFalse();
        assertThat(GradingUser.read(SavedProc.of("")).isKnown()).isFalse();
    }

    private static Observed<Long> read(String status) {
        return GradingUser.read(SavedProc.of("").with("file self/status " + status));
    }
}
