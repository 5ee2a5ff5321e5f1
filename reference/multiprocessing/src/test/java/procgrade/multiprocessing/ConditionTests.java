package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ConditionTests {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Condition condition = new Condition();
    private final Semaphore woken = new Semaphore(0);
    private final Crew crew = new Crew();

    private String pipe(String role) {
        return condition.handle().name() + role;
    }

    private Void sleep() {
        try (var held = condition.hold()) {
            condition.await();
        }
        woken.release();
        return null;
    }

    private void letSleep(int threads) {
        crew.start(threads, this::sleep);
        Blocked.awaitReadersHere(threads, pipe(".waiters"));
    }

    private void acquireWoken(int count) {
        for (int i = 0; i < count; i++) {
            woken.acquire();
        }
    }

    @Test
    void notify_one_wakes_one_after_the_other() throws Exception {
        letSleep(2);
        for (int left = 1; left >= 0; left--) {
            try (var held = condition.hold()) {
                condition.notifyOne();
            }
            woken.acquire();
            assertThat(woken.getValue()).isZero();
            Blocked.awaitReadersHere(left, pipe(".waiters"));
        }
        crew.join();
        assertNobodyCounts();
    }

    @Test
    void notify_n_wakes_n_and_then_the_rest_and_then_nobody() throws Exception {
        letSleep(6);
        try (var held = condition.hold()) {
            condition.notifyOne(2);
        }
        acquireWoken(2);
        assertThat(woken.getValue()).isZero();
        try (var held = condition.hold()) {
            condition.notifyOne(0);
            condition.notifyOne(40);
        }
        acquireWoken(4);
        try (var held = condition.hold()) {
            condition.notifyOne(3);
        }
        crew.join();
        assertThat(woken.getValue()).isZero();
        assertNobodyCounts();
    }

    @Test
    void notify_everyone_wakes_everyone() throws Exception {
        letSleep(6);
        try (var held = condition.hold()) {
            condition.notifyEveryone();
        }
        acquireWoken(6);
        crew.join();
        assertNobodyCounts();
    }

    @Test
    void sleepers_whose_time_was_up_are_not_notified() throws Exception {
        crew.start(6, () -> {
            try (var held = condition.hold()) {
                assertThat(condition.await(SHORT)).isFalse();
            }
            return null;
        });
        crew.join();
        assertNobodyCounts();
        letSleep(3);
        try (var held = condition.hold()) {
            condition.notifyOne(2);
        }
        acquireWoken(2);
        assertThat(woken.getValue()).isZero();
        try (var held = condition.hold()) {
            condition.notifyEveryone();
        }
        crew.join();
        assertNobodyCounts();
    }

    /** Only true when nobody sleeps. */
    private void assertNobodyCounts() {
        try (var held = condition.hold()) {
            assertThat(condition.state().waiting()).isZero();
            condition.notifyEveryone();
            assertThat(condition.await(Duration.ZERO)).as("a token is left").isFalse();
        }
    }

    @Test
    void a_notification_is_not_kept_for_who_comes_later() {
        try (var held = condition.hold()) {
            condition.notifyOne();
            condition.notifyEveryone();
            assertThat(condition.await(Duration.ofMillis(1))).isFalse();
        }
    }

    @Test
    void waiting_ends_when_the_time_is_up() {
        try (var held = condition.hold()) {
            assertThat(condition.await(Duration.ZERO)).isFalse();
            long start = System.nanoTime();
            assertThat(condition.await(SHORT)).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
            condition.notifyOne();
        }
    }

    @Test
    void waiting_with_a_time_out_says_that_a_notification_came() throws Exception {
        Future<Boolean> notified = crew.start(() -> {
            try (var held = condition.hold()) {
                return condition.await(LONG);
            }
        });
        Blocked.awaitReadersHere(1, "timed-" + pipe(".waiters"));
        try (var held = condition.hold()) {
            condition.notifyOne();
        }
        assertThat(Crew.result(notified)).isTrue();
    }

    @Test
    void waiting_releases_a_recursive_lock_however_often_it_is_held() throws Exception {
        crew.start(1, () -> {
            condition.acquire();
            condition.acquire();
            condition.acquire();
            assertThat(condition.await()).isTrue();
            condition.release();
            condition.release();
            condition.release();
            assertThatIllegalStateException().isThrownBy(condition::release);
            return null;
        });
        Blocked.awaitReadersHere(1, pipe(".waiters"));
        assertThat(condition.acquire(false)).isTrue();
        condition.notifyOne();
        condition.release();
        crew.join();
    }

    @Test
    void its_lock_keeps_others_out() throws Exception {
        assertThat(condition.acquire(LONG)).isTrue();
        Future<Boolean> other = crew.start(
                () -> condition.acquire(false) || condition.acquire(Duration.ofMillis(1)) || condition.acquire());
        Blocked.awaitReadersHere(1, pipe(".lock"));
        condition.release();
        assertThat(Crew.result(other)).isTrue();
    }

    @Test
    void uses_the_lock_that_it_was_given() throws Exception {
        Lock lock = new Lock();
        Condition notEmpty = new Condition(lock);
        Condition notFull = new Condition(lock);
        AtomicInteger stock = new AtomicInteger();
        crew.start(1, () -> {
            for (int i = 0; i < 500; i++) {
                try (var held = lock.hold()) {
                    notFull.awaitFor(() -> stock.get() < 3);
                    stock.incrementAndGet();
                    notEmpty.notifyOne();
                }
            }
            return null;
        });
        for (int i = 0; i < 500; i++) {
            try (var held = notEmpty.hold()) {
                assertThat(lock.acquire(false)).isFalse();
                notEmpty.awaitFor(() -> stock.get() > 0);
                stock.decrementAndGet();
                notFull.notifyOne();
            }
        }
        crew.join();
        assertThat(stock).hasValue(0);
    }

    @Test
    void uses_the_recursive_lock_that_it_was_given() {
        RLock lock = new RLock();
        Condition given = new Condition(lock);
        lock.acquire();
        assertThat(given.await(Duration.ZERO)).isFalse();
        assertThat(given.acquire(false)).isTrue();
        given.release();
        lock.release();
        assertThatIllegalStateException().isThrownBy(given::notifyOne);
    }

    @Test
    void await_for_does_not_wait_for_what_is_true_already() {
        assertThat(condition.awaitFor(() -> true)).isTrue();
        assertThat(condition.awaitFor(() -> true, Duration.ZERO)).isTrue();
    }

    @Test
    void await_for_waits_until_something_is_true() throws Exception {
        AtomicInteger state = new AtomicInteger(-1);
        crew.start(1, () -> {
            try (var held = condition.hold()) {
                state.set(0);
                condition.notifyOne();
                assertThat(condition.awaitFor(() -> state.get() == 4)).isTrue();
                assertThat(state).hasValue(4);
            }
            return null;
        });
        try (var held = condition.hold()) {
            assertThat(condition.awaitFor(() -> state.get() == 0, LONG)).isTrue();
        }
        for (int i = 0; i < 4; i++) {
            Blocked.awaitReadersHere(1, pipe(".waiters"));
            try (var held = condition.hold()) {
                state.incrementAndGet();
                condition.notifyOne();
            }
        }
        crew.join();
    }

    @Test
    void await_for_gives_up_what_does_not_become_true() throws Exception {
        AtomicInteger state = new AtomicInteger();
        Semaphore started = new Semaphore(0);
        crew.start(1, () -> {
            try (var held = condition.hold()) {
                started.release();
                long start = System.nanoTime();
                assertThat(condition.awaitFor(() -> state.get() == 4, SHORT)).isFalse();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
            }
            return null;
        });
        started.acquire();
        for (int i = 0; i < 3; i++) {
            try (var held = condition.hold()) {
                state.incrementAndGet();
                condition.notifyOne();
            }
        }
        crew.join();
    }

    @Test
    void await_for_looks_once_more_when_the_time_is_up() {
        AtomicInteger looks = new AtomicInteger();
        try (var held = condition.hold()) {
            assertThat(condition.awaitFor(() -> looks.incrementAndGet() == 2, Duration.ofMillis(1)))
                    .isTrue();
        }
    }

    @Test
    void refuses_threads_that_do_not_hold_its_lock() throws Exception {
        String name = condition.handle().name();
        String wayOut = " by a thread that does not hold its lock; acquire it first,"
                + " e.g. by try (var held = condition.hold())";
        assertThatIllegalStateException().isThrownBy(condition::await).withMessage(name + " waited for" + wayOut);
        Crew.result(crew.start(() -> condition.acquire()));
        assertThatIllegalStateException()
                .isThrownBy(condition::notifyEveryone)
                .withMessage(name + " notified" + wayOut);
    }

    @Test
    void refuses_a_thread_whose_plain_lock_another_thread_released_and_took() throws Exception {
        Lock lock = new Lock();
        Condition given = new Condition(lock);
        lock.acquire();
        given.notifyOne();
        Crew.result(crew.start(() -> {
            lock.release();
            return lock.acquire();
        }));
        assertThatIllegalStateException().isThrownBy(given::notifyOne);
    }

    @Test
    void refuses_arguments_that_make_no_sense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition((Lock) null))
                .withMessage("a condition's lock must not be null; use new Condition() for one of its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> condition.notifyOne(-1))
                .withMessage("cannot notify -1 who wait; give 0 or more");
        assertThatIllegalArgumentException().isThrownBy(() -> condition.await(SHORT.negated()));
    }

    @Test
    void loses_no_notification_while_others_time_out() throws Exception {
        AtomicInteger stock = new AtomicInteger();
        int rounds = 300;
        crew.start(3, () -> {
            for (int taken = 0; taken < rounds; ) {
                try (var held = condition.hold()) {
                    boolean there = taken % 3 == 0
                            ? condition.awaitFor(() -> stock.get() > 0)
                            : condition.awaitFor(() -> stock.get() > 0, Duration.ofNanos(taken * 1_000L));
                    if (there) {
                        stock.decrementAndGet();
                        taken++;
                    }
                }
            }
            return null;
        });
        for (int i = 0; i < 3 * rounds; i++) {
            try (var held = condition.hold()) {
                stock.incrementAndGet();
                condition.notifyOne();
            }
        }
        crew.join();
        assertThat(stock).hasValue(0);
        assertNobodyCounts();
    }

    @Test
    void leaves_no_token_behind_when_time_outs_and_notifications_meet() throws Exception {
        for (int round = 0; round < 300; round++) {
            Future<Boolean> sleeper = crew.start(() -> {
                try (var held = condition.hold()) {
                    woken.release();
                    return condition.await(Duration.ofNanos(300_000));
                }
            });
            woken.acquire();
            try (var held = condition.hold()) {
                LockSupport.parkNanos(round * 1_000L);
                condition.notifyOne();
            }
            Crew.result(sleeper);
            assertNobodyCounts();
        }
    }
}
