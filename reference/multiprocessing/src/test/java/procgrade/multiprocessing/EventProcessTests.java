package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class EventProcessTests {
    private final Event event = new Event();

    private static void joined(Process process) {
        process.join();
        assertThat(process.exitcode()).isZero();
    }

    @Test
    void wakes_all_processes_that_are_blocked_in_the_kernel() {
        Process one = new Process(Event::await, event).start();
        Process other = new Process(Event::await, event).start();
        Blocked.awaitReader(one, event.handle().name() + ".flag");
        Blocked.awaitReader(other, event.handle().name() + ".flag");
        event.set();
        joined(one);
        joined(other);
        assertThat(event.isSet()).isTrue();
    }

    @Test
    void is_set_and_cleared_by_any_process() {
        Process setter = new Process(Event::set, event).start();
        assertThat(event.await()).isTrue();
        joined(setter);
        joined(new Process(Event::clear, event).start());
        assertThat(event.isSet()).isFalse();
        assertThat(event.await(Duration.ZERO)).isFalse();
    }

    @Test
    void a_killed_waiter_disturbs_nobody() {
        Process victim = new Process(Event::await, event).start();
        Blocked.awaitReader(victim, event.handle().name() + ".flag");
        victim.kill();
        victim.join();
        event.set();
        assertThat(event.await()).isTrue();
        event.clear();
        assertThat(event.await(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void a_loop_that_asks_again_and_again_sees_the_change() {
        Semaphore started = new Semaphore(0);
        Process asking = new Process(EventProcessTests::ask, event, started).start();
        started.acquire();
        event.set();
        joined(asking);
    }

    private static void ask(Event event, Semaphore started) throws InterruptedException {
        Thread asking = new Thread(() -> askUntilSet(event));
        asking.start();
        askLongEnoughForTheCompiler(new Event());
        started.release();
        asking.join();
    }

    private static void askUntilSet(Event event) {
        long questions = 0;
        while (!event.isSet()) {
            questions++;
        }
        assertThat(questions).isPositive();
    }

    private static void askLongEnoughForTheCompiler(Event event) {
        for (int i = 0; i < 20_000_000; i++) {
            if (event.isSet()) {
                throw new AssertionError("nobody set it");
            }
        }
    }
}
