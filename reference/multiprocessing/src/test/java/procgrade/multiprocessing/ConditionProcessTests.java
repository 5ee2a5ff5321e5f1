package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ConditionProcessTests {
    private final Condition condition = new Condition();
    private final Semaphore woken = new Semaphore(0);
    private final Crew crew = new Crew();

    private static void joined(Process process) {
        process.join();
        assertThat(process.exitcode()).isZero();
    }

    private static void sleep(Condition condition, Semaphore woken) {
        try (var held = condition.hold()) {
            condition.await();
        }
        woken.release();
    }

    private Process sleepingProcess() {
        Process process = new Process(ConditionProcessTests::sleep, condition, woken).start();
        Blocked.awaitReader(process, condition.handle().name() + ".waiters");
        return process;
    }

    private void sleepingThread() {
        crew.start(1, () -> {
            sleep(condition, woken);
            return null;
        });
        Blocked.awaitReadersHere(1, condition.handle().name() + ".waiters");
    }

    @Test
    void notify_one_wakes_one_process_or_thread() throws Exception {
        Process process = sleepingProcess();
        sleepingThread();
        for (int i = 0; i < 2; i++) {
            try (var held = condition.hold()) {
                condition.notifyOne();
            }
            woken.acquire();
            assertThat(woken.getValue()).isZero();
        }
        joined(process);
        crew.join();
        assertNobodyCounts();
    }

    @Test
    void notify_everyone_wakes_processes_and_threads() throws Exception {
        Process one = sleepingProcess();
        Process other = sleepingProcess();
        sleepingThread();
        joined(new Process(ConditionProcessTests::wakeEveryone, condition).start());
        joined(one);
        joined(other);
        crew.join();
        assertThat(woken.getValue()).isEqualTo(3);
        assertNobodyCounts();
    }

    private static void wakeEveryone(Condition condition) {
        try (var held = condition.hold()) {
            condition.notifyEveryone();
        }
    }

    @Test
    void processes_whose_time_was_up_are_not_notified() {
        joined(new Process(ConditionProcessTests::giveUp, condition).start());
        Process process = sleepingProcess();
        try (var held = condition.hold()) {
            condition.notifyOne();
        }
        joined(process);
        assertNobodyCounts();
    }

    private static void giveUp(Condition condition) {
        try (var held = condition.hold()) {
            assertThat(condition.await(Duration.ofMillis(5))).isFalse();
            assertThat(condition.awaitFor(() -> false, Duration.ofMillis(5))).isFalse();
        }
    }

    private void assertNobodyCounts() {
        try (var held = condition.hold()) {
            assertThat(condition.state().waiting()).isZero();
            condition.notifyEveryone();
            assertThat(condition.await(Duration.ZERO)).as("a token is left").isFalse();
        }
    }

    @Test
    void await_for_waits_until_another_process_made_something_true() {
        Value<Integer> state = Value.ofInt(-1);
        Process other = new Process(ConditionProcessTests::awaitFour, condition, state).start();
        try (var held = condition.hold()) {
            condition.awaitFor(() -> state.get() == 0);
        }
        for (int i = 0; i < 4; i++) {
            Blocked.awaitReader(other, condition.handle().name() + ".waiters");
            try (var held = condition.hold()) {
                state.set(state.get() + 1);
                condition.notifyOne();
            }
        }
        joined(other);
    }

    private static void awaitFour(Condition condition, Value<Integer> state) {
        try (var held = condition.hold()) {
            state.set(0);
            condition.notifyOne();
            condition.awaitFor(() -> state.get() == 4);
            assertThat(state.get()).isEqualTo(4);
        }
    }

    @Test
    void conditions_that_were_given_one_lock_have_one_lock_in_every_process() {
        Lock lock = new Lock();
        Condition notEmpty = new Condition(lock);
        Condition notFull = new Condition(lock);
        Value<Integer> stock = Value.ofInt(0);
        Process producer = new Process(ConditionProcessTests::produce, List.of(notEmpty, notFull), lock, stock).start();
        for (int i = 0; i < 300; i++) {
            try (var held = lock.hold()) {
                notEmpty.awaitFor(() -> stock.get() > 0);
                stock.set(stock.get() - 1);
                notFull.notifyOne();
            }
        }
        joined(producer);
        assertThat(stock.get()).isZero();
    }

    private static void produce(List<Condition> conditions, Lock lock, Value<Integer> stock) {
        Condition notFull = conditions.get(1);
        for (int i = 0; i < 300; i++) {
            try (var held = notFull.hold()) {
                assertThat(lock.acquire(false)).isFalse();
                notFull.awaitFor(() -> stock.get() < 3);
                stock.set(stock.get() + 1);
                conditions.get(0).notifyOne();
            }
        }
    }

    @Test
    void a_lock_that_another_process_released_and_took_is_not_held_here_any_more() {
        Lock lock = new Lock();
        Condition given = new Condition(lock);
        lock.acquire();
        joined(new Process(ConditionProcessTests::takeOver, lock).start());
        assertThatIllegalStateException().isThrownBy(given::notifyOne);
    }

    private static void takeOver(Lock lock) {
        lock.release();
        lock.acquire();
    }
}
