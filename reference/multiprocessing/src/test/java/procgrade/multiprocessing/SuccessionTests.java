package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.multiprocessing.kernel.Session;
import procgrade.multiprocessing.programs.BusyCommonPool;
import procgrade.multiprocessing.programs.TooLarge;

/** What one process or item leaves to the next. */
@ExtendWith(EndsChildren.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SuccessionTests {
    private static void makeValue(Queue<Value<Integer>> out, Lock taken, int content) {
        out.put(Value.ofInt(content));
        taken.acquire();
    }

    private static Value<Integer> valueOfAChild(int content) {
        Queue<Value<Integer>> out = new Queue<>();
        Lock taken = new Lock();
        taken.acquire();
        Process maker = new Process(SuccessionTests::makeValue, out, taken, content).start();
        Value<Integer> value = out.get();
        assertThat(value.get()).isEqualTo(content);
        taken.release();
        maker.join();
        return value;
    }

    @Test
    void objects_made_by_children_that_follow_each_other_are_different_ones() {
        Value<Integer> first = valueOfAChild(42);
        Value<Integer> second = valueOfAChild(7);
        assertThat(first.toString()).isNotEqualTo(second.toString());
        first.set(99);
        assertThat(second.get()).isEqualTo(7);
        assertThat(first.get()).isEqualTo(99);
    }

    private static void leaf() {}

    private static void middle(boolean killed) {
        Process leaf = new Process(SuccessionTests::leaf).start();
        leaf.join();
        if (killed) {
            ProcessHandle.current().destroyForcibly();
        }
    }

    private static void killedWithAChild(Queue<Long> pids) {
        Process leaf = new Process(SuccessionTests::waitForEver).start();
        pids.put(leaf.pid());
        waitForEver();
    }

    private static void waitForEver() {
        new SimpleQueue<String>().get();
    }

    private static Set<String> processFiles() {
        String[] names = Session.current().folder().list((folder, name) -> name.matches("process-\\d+"));
        return new TreeSet<>(Arrays.asList(names));
    }

    private static void awaitProcessFiles(Set<String> expected) {
        while (!processFiles().equals(expected)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void processes_that_have_ended_leave_their_places_in_the_table_with_their_children() {
        Session.current();
        Set<String> before = processFiles();
        new Process(SuccessionTests::middle, false).start().join();
        awaitProcessFiles(before);
    }

    @Test
    void a_killed_process_leaves_its_place_and_those_of_its_children() {
        Queue<Long> pids = new Queue<>();
        Set<String> before = processFiles();
        Process process = new Process(SuccessionTests::killedWithAChild, pids).start();
        long leaf = pids.get();
        process.kill();
        awaitProcessFiles(before);
        ProcessHandle.of(leaf).ifPresent(handle -> handle.onExit().join());
    }

    @Test
    void a_program_that_keeps_the_common_pool_busy_can_close_a_queue() {
        var ended = Program.of(BusyCommonPool.class)
                .flags("-Djava.util.concurrent.ForkJoinPool.common.parallelism=2")
                .run();
        assertThat(ended.out()).isEqualTo("closed after -9\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2"})
    void an_item_too_large_for_the_memory_does_not_spoil_the_next(String maxsize) {
        var ended = Program.of(TooLarge.class, maxsize).flags("-Xmx48m").run();
        assertThat(ended.out()).isEqualTo("no memory for the first item\ngot the next item\n");
    }

    @Test
    void interrupts_of_a_timed_wait_lose_no_token() throws InterruptedException {
        int rounds = 2000;
        Semaphore given = new Semaphore(0);
        Semaphore taken = new Semaphore(0);
        Thread taker = new Thread(() -> take(rounds, given, taken));
        taker.start();
        Random random = new Random(7);
        for (int i = 0; i < rounds; i++) {
            given.release();
            for (int spin = random.nextInt(2000); spin > 0; spin--) {
                Thread.onSpinWait();
            }
            taker.interrupt();
            assertThat(taken.acquire(Duration.ofSeconds(60))).as("round %d", i).isTrue();
        }
        taker.join();
    }

    private static void take(int rounds, Semaphore given, Semaphore taken) {
        for (int i = 0; i < rounds; i++) {
            given.acquire(Duration.ofSeconds(60));
            boolean unused = Thread.interrupted();
            taken.release();
        }
    }
}
