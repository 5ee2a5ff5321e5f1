package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SemaphoreTests {
    @Test
    void counts_down_and_up() {
        countDownAndUp(new Semaphore(2));
        countDownAndUp(new BoundedSemaphore(2));
    }

    private static void countDownAndUp(Semaphore semaphore) {
        assertThat(semaphore.getValue()).isEqualTo(2);
        assertThat(semaphore.acquire()).isTrue();
        assertThat(semaphore.getValue()).isEqualTo(1);
        assertThat(semaphore.acquire(false)).isTrue();
        assertThat(semaphore.getValue()).isZero();
        assertThat(semaphore.acquire(false)).isFalse();
        assertThat(semaphore.getValue()).isZero();
        semaphore.release();
        assertThat(semaphore.getValue()).isEqualTo(1);
        semaphore.release();
        assertThat(semaphore.getValue()).isEqualTo(2);
    }

    @Test
    void begins_with_1_if_no_value_is_given() {
        assertThat(new Semaphore().getValue()).isEqualTo(1);
        assertThat(new BoundedSemaphore().getValue()).isEqualTo(1);
    }

    @Test
    void may_be_released_beyond_its_first_value() {
        Semaphore semaphore = new Semaphore(2);
        semaphore.release();
        semaphore.release();
        assertThat(semaphore.getValue()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void may_not_be_released_beyond_its_first_value_if_bounded(int value) {
        Semaphore semaphore = new BoundedSemaphore(value);
        assertThatIllegalStateException()
                .isThrownBy(semaphore::release)
                .withMessage(semaphore.handle().name() + " released more often than acquired: its value is already "
                        + value + "; release only what was acquired");
        assertThat(semaphore.getValue()).isEqualTo(value);
    }

    @Test
    void cannot_count_further_than_a_pipe_has_room() {
        Semaphore semaphore = new Semaphore(61_440);
        assertThatIllegalStateException()
                .isThrownBy(semaphore::release)
                .withMessage(
                        semaphore.handle().name() + " cannot count further than 61440; release only what was acquired");
        for (int i = 0; i < 5_000; i++) {
            semaphore.acquire();
            semaphore.release();
        }
        assertThat(semaphore.getValue()).isEqualTo(61_440);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 61_441})
    void refuses_a_value_that_it_cannot_count(int value) {
        String message = "a semaphore's value must be 0 to 61440, not " + value + "; choose a value within";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Semaphore(value))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoundedSemaphore(value))
                .withMessage(message);
    }

    @Test
    void gives_up_when_the_time_is_up() {
        Semaphore semaphore = new Semaphore(0);
        long start = System.nanoTime();
        assertThat(semaphore.acquire(Duration.ofMillis(20))).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        assertThat(semaphore.acquire(Duration.ZERO)).isFalse();
        assertThat(semaphore.acquire(false)).isFalse();
    }

    @Test
    void lets_as_many_waiting_threads_pass_as_it_is_released() throws Exception {
        Semaphore semaphore = new Semaphore(0);
        Semaphore passed = new Semaphore(0);
        Crew crew = new Crew();
        crew.start(3, () -> {
            semaphore.acquire();
            passed.release();
            return null;
        });
        Blocked.awaitReadersHere(3, semaphore.handle().name() + ".count");
        semaphore.release();
        semaphore.release();
        passed.acquire();
        passed.acquire();
        assertThat(passed.getValue()).isZero();
        semaphore.release();
        crew.join();
        assertThat(passed.getValue()).isEqualTo(1);
    }

    @Test
    void is_released_at_the_end_of_a_block() {
        Semaphore semaphore = new Semaphore(1);
        try (var held = semaphore.hold()) {
            assertThat(semaphore.getValue()).isZero();
        }
        assertThat(semaphore.getValue()).isEqualTo(1);
    }

    @Test
    void loses_no_token_to_competing_time_outs() throws Exception {
        Semaphore semaphore = new Semaphore(1);
        Crew crew = new Crew();
        crew.start(4, () -> {
            for (int round = 0; round < 200; round++) {
                if (semaphore.acquire(Duration.ofNanos(round * 1_000L))) {
                    semaphore.release();
                }
            }
            return null;
        });
        crew.join();
        assertThat(semaphore.getValue()).isEqualTo(1);
    }
}
