package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class EventTests {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Event event = new Event();
    private final Crew crew = new Crew();

    @Test
    void is_not_set_at_first() {
        assertThat(event.isSet()).isFalse();
        assertThat(event.await(Duration.ZERO)).isFalse();
        long start = System.nanoTime();
        assertThat(event.await(SHORT)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void lets_everybody_pass_while_it_is_set() {
        event.set();
        for (int i = 0; i < 3; i++) {
            assertThat(event.isSet()).isTrue();
            assertThat(event.await()).isTrue();
            assertThat(event.await(SHORT)).isTrue();
            assertThat(event.await(Duration.ZERO)).isTrue();
        }
    }

    @Test
    void is_cleared_once_however_often_it_was_set() {
        event.set();
        event.set();
        event.clear();
        assertThat(event.isSet()).isFalse();
        assertThat(event.await(Duration.ofMillis(1))).isFalse();
        event.clear();
        event.set();
        assertThat(event.await()).isTrue();
    }

    @Test
    void wakes_all_threads_that_are_blocked_in_the_kernel() throws Exception {
        crew.start(5, event::await);
        crew.start(1, () -> {
            assertThat(event.await(Duration.ofMinutes(5))).isTrue();
            return null;
        });
        Blocked.awaitReadersHere(5, event.handle().name() + ".flag");
        Blocked.awaitReadersHere(1, "timed-" + event.handle().name() + ".flag");
        event.set();
        crew.join();
        assertThat(event.await()).isTrue();
        event.clear();
        assertThat(event.await(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void stays_consistent_while_many_set_clear_and_wait() throws Exception {
        Event end = new Event();
        crew.start(2, () -> {
            while (!end.isSet()) {
                event.await();
                event.await(Duration.ofNanos(50_000));
            }
            return null;
        });
        Future<?> one = crew.start(this::toggle);
        Future<?> other = crew.start(this::toggle);
        Crew.result(one);
        Crew.result(other);
        end.set();
        event.set();
        crew.join();
        event.clear();
        assertThat(event.await(Duration.ofMillis(1))).as("a token is left").isFalse();
        event.set();
        assertThat(event.await()).isTrue();
    }

    private Void toggle() {
        for (int i = 0; i < 500; i++) {
            event.set();
            event.clear();
        }
        return null;
    }

    @Test
    void says_whether_it_is_set() {
        String name = "Event(" + event.handle().name() + ")";
        assertThat(event).hasToString(name + " is not set");
        event.set();
        assertThat(event).hasToString(name + " is set");
    }

    @Test
    void refuses_a_negative_time_out() {
        assertThatIllegalArgumentException().isThrownBy(() -> event.await(SHORT.negated()));
    }
}
