package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A queue within one process. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class QueueTests {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Queue<Object> queue = new Queue<>();

    @Test
    void hands_items_out_in_the_order_they_were_put() {
        queue.put("first");
        queue.put("second", Duration.ZERO);
        queue.putNowait("third");
        assertThat(queue.getNowait()).as("needs no feeder: the pipe was empty").isEqualTo("first");
        assertThat(queue.get()).isEqualTo("second");
        assertThat(queue.get(LONG)).isEqualTo("third");
    }

    @Test
    void counts_what_was_put_and_not_taken() {
        assertThat(queue.qsize()).isZero();
        assertThat(queue.empty()).isTrue();
        assertThat(queue.full()).isFalse();
        queue.put(1);
        queue.put(null);
        assertThat(queue.qsize()).isEqualTo(2);
        assertThat(queue.empty()).isFalse();
        assertThat(queue.get()).isEqualTo(1);
        assertThat(queue.qsize()).isEqualTo(1);
        assertThat(queue.get()).isNull();
        assertThat(queue.qsize()).isZero();
        assertThat(queue.empty()).isTrue();
    }

    @Test
    void says_so_if_it_is_empty() {
        assertThatExceptionOfType(Empty.class).isThrownBy(queue::getNowait).withMessage(queue + " is empty");
        assertThatExceptionOfType(Empty.class)
                .isThrownBy(() -> queue.get(Duration.ZERO))
                .withMessage(queue + " stayed empty for PT0S");
        long start = System.nanoTime();
        assertThatExceptionOfType(Empty.class)
                .isThrownBy(() -> queue.get(Duration.ofMillis(20)))
                .withMessage(queue + " stayed empty for PT0.02S");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }

    @Test
    void says_so_if_it_holds_its_maximal_number_of_items() {
        Queue<String> three = new Queue<>(3);
        three.put("a");
        three.putNowait("b");
        assertThat(three.full()).isFalse();
        three.put("c", Duration.ZERO);
        assertThat(three.full()).isTrue();
        assertThat(three.qsize()).isEqualTo(3);
        assertThatExceptionOfType(Full.class)
                .isThrownBy(() -> three.putNowait("d"))
                .withMessage(three + " is full");
        assertThatExceptionOfType(Full.class)
                .isThrownBy(() -> three.put("d", Duration.ofMillis(5)))
                .withMessage(three + " stayed full for PT0.005S");
        assertThat(three.get()).isEqualTo("a");
        assertThat(three.full()).isFalse();
        three.put("e");
        assertThat(List.of(three.get(), three.get(), three.get())).containsExactly("b", "c", "e");
    }

    @Test
    void blocks_a_put_in_the_kernel_until_there_is_a_place() throws Exception {
        Queue<String> one = new Queue<>(1);
        one.put("first");
        Future<Boolean> second = new Crew().start(() -> {
            one.put("second");
            return true;
        });
        Blocked.awaitReadersHere(1, one.handle().name() + ".slots");
        assertThat(second).isNotDone();
        assertThat(one.get()).isEqualTo("first");
        assertThat(Crew.result(second)).isTrue();
        assertThat(one.get()).isEqualTo("second");
    }

    @Test
    void blocks_getters_in_the_kernel_one_behind_the_other() throws Exception {
        Crew crew = new Crew();
        Future<Object> first = crew.start(queue::get);
        String name = queue.handle().name();
        Blocked.awaitReadersHere(1, name + ".data");
        Future<Object> second = crew.start(queue::get);
        Blocked.awaitReadersHere(1, name + ".readers");
        queue.put("for the first");
        assertThat(Crew.result(first)).isEqualTo("for the first");
        queue.put("for the second");
        assertThat(Crew.result(second)).isEqualTo("for the second");
    }

    @Test
    void shows_timed_waits_under_another_name() throws Exception {
        Crew crew = new Crew();
        Future<Object> first = crew.start(() -> queue.get(LONG));
        String name = queue.handle().name();
        Blocked.awaitReadersHere(1, "timed-" + name + ".data");
        Future<Object> second = crew.start(() -> queue.get(LONG));
        Blocked.awaitReadersHere(1, "timed-" + name + ".readers");
        queue.put("one");
        assertThat(Crew.result(first)).isEqualTo("one");
        queue.put("two");
        assertThat(Crew.result(second)).isEqualTo("two");
    }

    @Test
    void never_makes_put_wait_for_room_in_the_pipe() {
        byte[] kilobyte = new byte[1024];
        for (int i = 0; i < 2_000; i++) {
            kilobyte[0] = (byte) i;
            queue.put(kilobyte);
        }
        assertThat(queue.qsize()).isEqualTo(2_000);
        for (int i = 0; i < 2_000; i++) {
            byte[] item = (byte[]) queue.get();
            assertThat(item[0]).isEqualTo((byte) i);
        }
        assertThat(queue.qsize()).isZero();
    }

    @Test
    void keeps_the_order_of_small_and_large_items() {
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            sizes.add(i % 7 == 0 ? 20_000 + i : i % 5 == 0 ? 4_000 + i : i);
        }
        Future<?> putter = new Crew().start(() -> {
            sizes.forEach(size -> queue.put(new byte[size]));
            return null;
        });
        sizes.forEach(size -> assertThat((byte[]) queue.get(LONG)).hasSize(size));
        assertThat(putter).succeedsWithin(LONG);
    }

    @Test
    void is_not_harmed_by_an_item_that_cannot_be_sent() {
        Queue<Object> one = new Queue<>(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.put(List.of(1, Thread.currentThread())))
                .withMessage(
                        "cannot send a java.util.ImmutableCollections$List12 to another process:"
                                + " java.lang.Thread is not serializable; send what it holds, or keep it in a local variable or a transient field");
        assertThat(one.qsize()).isZero();
        assertThat(one.full()).isFalse();
        one.putNowait("next");
        assertThat(one.get()).isEqualTo("next");
    }

    @Test
    void takes_a_copy_of_an_item_when_it_is_put() {
        List<Integer> item = new ArrayList<>(List.of(1));
        queue.put(item);
        item.add(2);
        queue.put(item);
        assertThat(queue.get()).isEqualTo(List.of(1));
        assertThat(queue.get()).isEqualTo(List.of(1, 2)).isNotSameAs(item);
    }

    @Test
    void refuses_negative_time_outs() {
        String message = "time-out must not be negative: PT-1S; use Duration.ZERO to look once,"
                + " or the method without a time-out to wait for ever";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queue.get(Duration.ofSeconds(-1)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queue.put("x", Duration.ofSeconds(-1)))
                .withMessage(message);
        assertThat(queue.qsize()).isZero();
    }

    @Test
    void waits_for_the_longest_times_too() {
        queue.put("x");
        assertThat(queue.get(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo("x");
    }

    @Test
    void refuses_a_size_that_a_pipe_of_tokens_cannot_hold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Queue<>(procgrade.multiprocessing.kernel.Tokens.MOST + 1))
                .withMessageMatching(
                        "maxsize must be at most [0-9]+, not [0-9]+; leave it out for a queue without a limit");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void has_no_maximal_size_if_none_is_given(int none) {
        Queue<Integer> unlimited = new Queue<>(none);
        for (int i = 0; i < 100; i++) {
            unlimited.putNowait(i);
        }
        assertThat(unlimited.full()).isFalse();
        assertThat(unlimited.qsize()).isEqualTo(100);
    }

    @Test
    void refuses_everything_after_close() {
        queue.put("left");
        queue.close();
        queue.close();
        String message = queue.handle().name() + " is closed in this process; put and get before you close it";
        for (Runnable use : List.<Runnable>of(
                () -> queue.put("x"),
                () -> queue.putNowait("x"),
                () -> queue.put("x", LONG),
                queue::get,
                queue::getNowait,
                () -> queue.get(LONG),
                queue::qsize,
                queue::empty,
                queue::full)) {
            assertThatIllegalStateException().isThrownBy(use::run).withMessage(message);
        }
        queue.joinThread();
        queue.cancelJoinThread();
    }

    @Test
    void joins_its_feeder_after_close_only() {
        assertThatIllegalStateException()
                .isThrownBy(queue::joinThread)
                .withMessage("cannot join the feeder of " + queue + " before close(); close the queue first");
    }

    @Test
    void serves_a_thread_that_is_about_to_be_interrupted() {
        Thread.currentThread().interrupt();
        queue.put("x");
        queue.put("y");
        assertThat(queue.get()).isEqualTo("x");
        assertThat(queue.get(LONG)).isEqualTo("y");
        assertThatExceptionOfType(Empty.class).isThrownBy(() -> queue.get(Duration.ofMillis(1)));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void loses_nothing_to_competing_threads_with_short_time_outs() throws Exception {
        int perProducer = 2_000;
        Crew crew = new Crew();
        List<Future<List<Object>>> taken = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            taken.add(crew.start(() -> takeUntilEnd(queue)));
        }
        for (int producer = 0; producer < 2; producer++) {
            int first = producer * perProducer;
            crew.start(1, () -> {
                for (int i = 0; i < perProducer; i++) {
                    queue.put(first + i);
                }
                queue.put("end");
                return null;
            });
        }
        List<Object> all = new ArrayList<>();
        for (Future<List<Object>> list : taken) {
            all.addAll(Crew.result(list));
        }
        crew.join();
        assertThat(all).hasSize(2 * perProducer).doesNotHaveDuplicates();
        assertThat(queue.qsize()).isZero();
    }

    private static List<Object> takeUntilEnd(Queue<Object> queue) {
        List<Object> taken = new ArrayList<>();
        for (long nanos = 1; ; nanos = nanos * 7 % 300_007) {
            try {
                Object item = queue.get(Duration.ofNanos(nanos));
                if (item.equals("end")) {
                    return taken;
                }
                taken.add(item);
            } catch (Empty later) {
                assertThat(later).hasMessageContaining(" stayed empty for ");
            }
        }
    }
}
