package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What a pool computes; one pool serves all tests, so each also shows that the one before did no harm. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PoolTests {
    private static int factor = 1;

    private final Pool pool = duplicating(3);

    /** The workers get the globals as they are at this moment. */
    private static Pool duplicating(int value) {
        factor = value;
        Pool made = new Pool(2);
        factor = 1;
        return made;
    }

    @AfterAll
    void close() {
        pool.close();
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    private static int square(int x) {
        return x * x;
    }

    private static int times(int x) {
        return factor * x;
    }

    private static int power(int x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }

    private static String joined(String a, Integer b, double[] c) {
        return a + b + Arrays.toString(c);
    }

    private static int afterPassing(Semaphore gate, int x) {
        gate.acquire();
        return x;
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void calls_functions_with_up_to_three_arguments() {
        assertThat(pool.<Long>apply(PoolTests::pid))
                .isNotEqualTo(ProcessHandle.current().pid());
        assertThat(pool.<Integer, Integer>apply(PoolTests::square, 5)).isEqualTo(25);
        assertThat(pool.<Integer, Integer, Integer>apply(PoolTests::power, 2, 10))
                .isEqualTo(1024);
        assertThat(pool.<String, Integer, double[], String>apply(PoolTests::joined, "a", null, new double[] {1}))
                .isEqualTo("anull[1.0]");
    }

    @Test
    void calls_any_kind_of_function() {
        int captured = 40;
        String bound = "prefix";
        assertThat(pool.<Integer, Integer>apply(x -> x + captured, 2)).isEqualTo(42);
        assertThat(pool.<String, Integer>apply(String::length, "four")).isEqualTo(4);
        assertThat(pool.<String, Boolean>apply(bound::startsWith, "pre")).isTrue();
        assertThat(pool.<String, Locale>apply(Locale::new, "fr")).isEqualTo(Locale.FRENCH);
        assertThat(pool.<Integer, Integer>apply(new Adder(3), 4)).isEqualTo(7);
        assertThat(pool.<Object, Object>apply(x -> x, null)).isNull();
    }

    public static final class Adder implements Function1<Integer, Integer> {
        private static final long serialVersionUID = 1;
        private final int summand;

        Adder(int summand) {
            this.summand = summand;
        }

        @Override
        public Integer call(Integer x) {
            return x + summand;
        }
    }

    @Test
    void duplicates_globals_when_it_is_made() {
        assertThat(pool.<Integer, Integer>map(PoolTests::times, List.of(1, 2))).containsExactly(3, 6);
    }

    @Test
    void maps_in_order_whatever_the_size_of_the_chunks() {
        List<Integer> squares = numbers(100).stream().map(PoolTests::square).toList();
        assertThat(pool.<Integer, Integer>map(PoolTests::square, numbers(100))).isEqualTo(squares);
        for (int chunkSize : new int[] {1, 7, 100, Integer.MAX_VALUE}) {
            assertThat(pool.<Integer, Integer>map(PoolTests::square, numbers(100), chunkSize))
                    .isEqualTo(squares);
        }
    }

    @Test
    void gives_a_whole_chunk_to_one_worker() {
        List<Long> pids = pool.map(x -> pid(), numbers(20), 10);
        assertThat(new HashSet<>(pids.subList(0, 10))).hasSize(1);
        assertThat(new HashSet<>(pids.subList(10, 20))).hasSize(1);
    }

    @Test
    void makes_four_chunks_for_each_worker() {
        Value<Integer> chunks = Value.ofInt(0);
        List<Object> lengths = pool.map(new ChunkCounter(chunks), numbers(81));
        assertThat(lengths).hasSize(81);
        assertThat(chunks.get()).isEqualTo(8);
    }

    /** Arrives once with each chunk, and counts when it is called first. */
    public static final class ChunkCounter implements Function1<Object, Object> {
        private static final long serialVersionUID = 1;
        private final Value<Integer> chunks;
        private boolean counted;

        ChunkCounter(Value<Integer> chunks) {
            this.chunks = chunks;
        }

        @Override
        public Object call(Object x) {
            if (!counted) {
                counted = true;
                try (var held = chunks.hold()) {
                    chunks.set(chunks.get() + 1);
                }
            }
            return x;
        }
    }

    @Test
    void maps_large_items_and_results() {
        byte[] large = new byte[300_000];
        large[299_999] = 7;
        List<byte[]> copies = pool.map(x -> x, List.of(large, large, large), 2);
        assertThat(copies).hasSize(3).allMatch(copy -> Arrays.equals(copy, large));
    }

    @Test
    void hands_out_a_list_that_may_be_changed_and_may_hold_null() {
        List<Integer> results = pool.map(x -> x == 1 ? null : x, numbers(3));
        results.add(9);
        assertThat(results).containsExactly(0, null, 2, 9);
    }

    @Test
    void maps_nothing_to_nothing() {
        assertThat(pool.<Integer, Integer>map(PoolTests::square, List.of())).isEmpty();
        assertThat(pool.<Integer, Integer>mapAsync(PoolTests::square, List.of(), 3)
                        .get())
                .isEmpty();
        assertThat(pool.<Integer, Integer, Integer>starmap(PoolTests::power, List.of()))
                .isEmpty();
        assertThat(pool.<Integer, Integer>imap(PoolTests::square, List.of()).hasNext())
                .isFalse();
        assertThat(pool.<Integer, Integer>imapUnordered(PoolTests::square, List.of(), 3)
                        .hasNext())
                .isFalse();
    }

    @Test
    void maps_rows_of_arguments() {
        assertThat(pool.<Integer, Integer, Integer>starmap(
                        PoolTests::power, List.of(List.of(2, 3), List.of(3, 2), List.of(5, 0))))
                .containsExactly(8, 9, 1);
        assertThat(pool.<Integer, Integer, Integer>starmapAsync(PoolTests::power, List.of(List.of(2, 5)))
                        .get())
                .containsExactly(32);
        assertThat(pool.<String, Integer, double[], String>starmap(
                        PoolTests::joined, List.of(Arrays.asList("x", 1, null), List.of("y", 2, new double[0]))))
                .containsExactly("x1null", "y2[]");
    }

    @Test
    void refuses_a_row_with_another_number_of_arguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        pool.<Integer, Integer, Integer>starmap(PoolTests::power, List.of(List.of(1, 2), List.of(1))))
                .withMessage("row 1 has 1 arguments, but the function has 2 parameters; give one for each");
    }

    @Test
    void refuses_chunks_without_items() {
        String message = "a chunk must have at least 1 item, not 0; leave the size out for the usual one";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pool.<Integer, Integer>map(PoolTests::square, List.of(1), 0))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pool.<Integer, Integer>imap(PoolTests::square, List.of(1), 0))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pool.<Integer, Integer>imapUnordered(PoolTests::square, List.of(1), 0))
                .withMessage(message);
    }

    @Test
    void does_not_wait_for_a_result_until_asked() {
        Semaphore gate = new Semaphore(0);
        AsyncResult<Integer> result = pool.applyAsync(PoolTests::afterPassing, gate, 5);
        assertThat(result.ready()).isFalse();
        assertThat(result).hasToString("AsyncResult(" + pool.crew().name() + ", pending)");
        assertThatIllegalStateException()
                .isThrownBy(result::successful)
                .withMessage("a task of " + pool.crew().name()
                        + " has not ended yet; ask whether it was successful() when it is ready()");
        assertThat(result.await(Duration.ZERO)).isFalse();
        gate.release();
        assertThat(result.get()).isEqualTo(5);
        assertThat(result.ready()).isTrue();
        assertThat(result.successful()).isTrue();
        assertThat(result.get(Duration.ZERO)).isEqualTo(5);
        assertThat(result).hasToString("AsyncResult(" + pool.crew().name() + ", ready)");
    }

    @Test
    void gives_up_waiting_for_a_result_when_the_time_is_up() {
        Semaphore gate = new Semaphore(0);
        AsyncResult<Integer> result = pool.applyAsync(PoolTests::afterPassing, gate, 5);
        assertThatThrownBy(() -> result.get(Duration.ofMillis(5)))
                .isExactlyInstanceOf(procgrade.multiprocessing.Timeout.class)
                .hasMessage("no result of " + pool.crew().name()
                        + " came within PT0.005S; it still can, wait for it again");
        assertThatIllegalArgumentException().isThrownBy(() -> result.await(Duration.ofMillis(-1)));
        gate.release();
        assertThat(result.get(Duration.ofMinutes(1))).isEqualTo(5);
    }

    @Test
    void shares_objects_that_are_arguments() {
        Queue<Integer> answers = new Queue<>();
        assertThat(pool.<Queue<Integer>, Boolean>apply(PoolTests::answer, answers))
                .isTrue();
        assertThat(answers.get()).isEqualTo(42);
    }

    private static boolean answer(Queue<Integer> answers) {
        answers.put(42);
        return true;
    }

    @Test
    void serves_several_threads_at_once() throws Exception {
        Crew crew = new Crew();
        for (int i = 0; i < 4; i++) {
            int first = 1000 * i;
            crew.start(1, () -> {
                List<Integer> items = IntStream.range(first, first + 50).boxed().toList();
                assertThat(pool.<Integer, Integer>map(x -> -x, items, 3))
                        .isEqualTo(items.stream().map(x -> -x).toList());
                return null;
            });
        }
        crew.join();
    }

    @Test
    void calls_back_before_the_result_can_be_got() {
        List<Object> seen = Collections.synchronizedList(new ArrayList<>());
        Semaphore gate = new Semaphore(0);
        AsyncResult<Integer> one = pool.<Semaphore, Integer, Integer>applyAsync(PoolTests::afterPassing, gate, 5)
                .callback(seen::add)
                .errorCallback(seen::add);
        AsyncResult<List<Integer>> many = pool.<Integer, Integer>mapAsync(PoolTests::square, List.of(1, 2))
                .callback(seen::add);
        many.await();
        assertThat(seen).containsExactly(List.of(1, 4));
        gate.release();
        one.await();
        assertThat(seen).containsExactly(List.of(1, 4), 5);
        assertThat(one.callback(seen::add).get()).isEqualTo(5);
        assertThat(seen).containsExactly(List.of(1, 4), 5, 5);
    }

    @Test
    void never_runs_two_callbacks_at_the_same_time() {
        List<Integer> unsafe = new ArrayList<>();
        Set<Thread> inside = Collections.synchronizedSet(new HashSet<>());
        List<AsyncResult<Integer>> results = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            results.add(pool.<Integer, Integer>applyAsync(PoolTests::square, i).callback(square -> {
                inside.add(Thread.currentThread());
                assertThat(inside).hasSize(1);
                unsafe.add(square);
                inside.clear();
            }));
        }
        results.forEach(AsyncResult::await);
        assertThat(unsafe).hasSize(50);
    }

    @Test
    void refuses_that_a_callback_waits_for_the_pool() {
        List<Throwable> thrown = new ArrayList<>();
        AsyncResult<Integer> result = pool.<Integer, Integer>applyAsync(PoolTests::square, 1);
        result.callback(square -> {
            assertThatIllegalStateException().isThrownBy(pool::close).satisfies(thrown::add);
            assertThatIllegalStateException().isThrownBy(pool::join).satisfies(thrown::add);
        });
        result.await();
        assertThat(thrown)
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "a callback of " + pool.crew().name()
                                + " must not wait for the pool by close(); let the thread do it that gave the task",
                        "a callback of " + pool.crew().name()
                                + " must not wait for the pool by join(); let the thread do it that gave the task");
    }
}
