package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RLockTests {
    private final RLock lock = new RLock();

    @Test
    void must_be_released_as_often_as_acquired() throws Exception {
        assertThat(lock.acquire()).isTrue();
        assertThat(lock.acquire(false)).isTrue();
        assertThat(lock.acquire(Duration.ZERO)).isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(takenByAnotherThread()).isFalse();
            lock.release();
        }
        assertThat(takenByAnotherThread()).isTrue();
    }

    private boolean takenByAnotherThread() throws Exception {
        return Crew.result(new Crew().start(() -> {
            boolean taken = lock.acquire(false);
            if (taken) {
                lock.release();
            }
            return taken;
        }));
    }

    @Test
    void refuses_to_be_released_more_often_than_acquired() {
        lock.acquire();
        lock.release();
        assertThatIllegalStateException()
                .isThrownBy(lock::release)
                .withMessage(lock.handle().name()
                        + " released by a thread that does not hold it; only the holder may release a recursive lock");
    }

    @Test
    void refuses_to_be_released_by_another_thread() throws Exception {
        lock.acquire();
        Future<?> other = new Crew().start(() -> {
            assertThatIllegalStateException().isThrownBy(lock::release);
            return null;
        });
        Crew.result(other);
        assertThat(takenByAnotherThread()).isFalse();
    }

    @Test
    void blocks_another_thread_in_the_kernel_until_the_last_release() throws Exception {
        lock.acquire();
        lock.acquire();
        Future<Boolean> other = new Crew().start(() -> lock.acquire());
        Blocked.awaitReadersHere(1, lock.handle().name() + ".lock");
        lock.release();
        assertThat(other).isNotDone();
        lock.release();
        assertThat(Crew.result(other)).isTrue();
        assertThat(lock.acquire(false)).as("now it belongs to the other thread").isFalse();
    }

    @Test
    void times_out_while_another_thread_holds_it() throws Exception {
        Crew.result(new Crew().start(() -> lock.acquire()));
        assertThat(lock.acquire(Duration.ofMillis(5))).isFalse();
    }

    @Test
    void can_be_held_by_nested_blocks() throws Exception {
        try (var outer = lock.hold()) {
            try (var inner = lock.hold()) {
                assertThat(takenByAnotherThread()).isFalse();
            }
            assertThat(takenByAnotherThread()).isFalse();
        }
        assertThat(takenByAnotherThread()).isTrue();
    }
}
