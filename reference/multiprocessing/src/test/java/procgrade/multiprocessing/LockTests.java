package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LockTests {
    private final Lock lock = new Lock();

    @Test
    void can_be_taken_once() {
        assertThat(lock.acquire()).isTrue();
        assertThat(lock.acquire(false)).isFalse();
        assertThat(lock.acquire(Duration.ZERO)).isFalse();
        lock.release();
        assertThat(lock.acquire(true)).isTrue();
        lock.release();
        assertThat(lock.acquire(false)).isTrue();
    }

    @Test
    void refuses_to_be_released_by_anybody_if_nobody_holds_it() {
        assertThatIllegalStateException()
                .isThrownBy(lock::release)
                .withMessage(
                        lock.handle().name() + " released although nobody holds it; acquire it first, release it once");
        assertThat(lock.acquire(false)).as("still free").isTrue();
    }

    @Test
    void is_not_recursive() {
        lock.acquire();
        long start = System.nanoTime();
        assertThat(lock.acquire(Duration.ofMillis(20))).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }

    @Test
    void survives_the_shortest_time_outs() {
        lock.acquire();
        for (int i = 0; i < 200; i++) {
            assertThat(lock.acquire(Duration.ofNanos(i))).isFalse();
        }
        lock.release();
        assertThat(lock.acquire(false)).isTrue();
    }

    @Test
    void refuses_a_negative_time_out() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lock.acquire(Duration.ofSeconds(-1)))
                .withMessage("time-out must not be negative: PT-1S; use Duration.ZERO to look once,"
                        + " or the method without a time-out to wait for ever");
    }

    @Test
    void may_be_released_by_another_thread() throws Exception {
        lock.acquire();
        Crew crew = new Crew();
        crew.start(1, () -> {
            lock.release();
            return null;
        });
        crew.join();
        assertThat(lock.acquire(false)).isTrue();
    }

    @Test
    void blocks_a_thread_in_the_kernel_until_it_is_released() throws Exception {
        lock.acquire();
        Future<Boolean> other = new Crew().start(() -> lock.acquire());
        Blocked.awaitReadersHere(1, lock.handle().name() + ".lock");
        assertThat(other).isNotDone();
        lock.release();
        assertThat(Crew.result(other)).isTrue();
    }

    @Test
    void wakes_a_thread_that_waits_with_a_time_out() throws Exception {
        lock.acquire();
        Future<Boolean> other = new Crew().start(() -> lock.acquire(Duration.ofMinutes(5)));
        Blocked.awaitReadersHere(1, "timed-" + lock.handle().name() + ".lock");
        lock.release();
        assertThat(Crew.result(other)).isTrue();
    }

    @Test
    void is_released_at_the_end_of_a_block_even_by_an_exception() {
        assertThatThrownBy(() -> {
                    try (var held = lock.hold()) {
                        assertThat(lock.acquire(false)).isFalse();
                        throw new IllegalStateException("of the program");
                    }
                })
                .hasMessage("of the program");
        assertThat(lock.acquire(false)).isTrue();
    }
}
