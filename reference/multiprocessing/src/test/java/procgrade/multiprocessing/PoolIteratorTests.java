package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PoolIteratorTests {
    private final Pool pool = new Pool(2);

    @AfterAll
    void close() {
        pool.close();
    }

    private static int inverse(int x) {
        return 60 / x;
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** Counts from 0 and throws in the place of one item. */
    private static Iterable<Integer> failingAt(int bad) {
        return () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Integer next() {
                if (next == bad) {
                    throw new UnsupportedOperationException("no item " + bad);
                }
                return next++;
            }
        };
    }

    private <T> List<T> rest(Iterator<T> results) {
        List<T> rest = new ArrayList<>();
        results.forEachRemaining(rest::add);
        return rest;
    }

    @Test
    void gives_results_out_in_the_order_of_the_items() {
        List<Integer> doubled = new ArrayList<>();
        for (int result : pool.<Integer, Integer>imap(x -> 2 * x, numbers(30))) {
            doubled.add(result);
        }
        assertThat(doubled).isEqualTo(numbers(30).stream().map(x -> 2 * x).toList());
        assertThat(rest(pool.<Integer, Integer>imap(x -> 2 * x, numbers(30), 7)))
                .isEqualTo(doubled);
    }

    @Test
    void ends_like_any_iterator() {
        PoolIterator<Integer> results = pool.imap(x -> x, List.of(1));
        assertThat(results.next()).isEqualTo(1);
        String message = "all 1 results of " + pool.crew().name() + " were given out; ask hasNext() before next()";
        assertThat(results.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(results::next)
                .withMessage(message);
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> results.next(Duration.ofMinutes(1)))
                .withMessage(message);
    }

    @Test
    void gives_results_out_as_they_come_if_order_does_not_matter() {
        assertThat(rest(pool.<Integer, Integer>imapUnordered(x -> 2 * x, numbers(30), 4)))
                .containsExactlyInAnyOrderElementsOf(
                        numbers(30).stream().map(x -> 2 * x).toList());
        Semaphore gate = new Semaphore(0);
        PoolIterator<Integer> results = pool.imapUnordered(new FirstWaits(gate), numbers(5));
        assertThat(List.of(results.next(), results.next(), results.next(), results.next()))
                .containsExactlyInAnyOrder(1, 2, 3, 4);
        gate.release();
        assertThat(rest(results)).containsExactly(0);
    }

    @Test
    void holds_results_back_if_order_matters() {
        Semaphore gate = new Semaphore(0);
        PoolIterator<Integer> results = pool.imap(new FirstWaits(gate), numbers(5));
        assertThatExceptionOfType(procgrade.multiprocessing.Timeout.class)
                .isThrownBy(() -> results.next(Duration.ofMillis(5)))
                .withMessage("the next result of " + pool.crew().name() + " did not come within PT0.005S;"
                        + " it still can, call next() again");
        gate.release();
        assertThat(results.next(Duration.ofMinutes(1))).isZero();
        assertThat(rest(results)).containsExactly(1, 2, 3, 4);
    }

    public static final class FirstWaits implements Function1<Integer, Integer> {
        private static final long serialVersionUID = 1;
        private final Semaphore gate;

        FirstWaits(Semaphore gate) {
            this.gate = gate;
        }

        @Override
        public Integer call(Integer x) {
            if (x == 0) {
                gate.acquire();
            }
            return x;
        }
    }

    @Test
    void throws_a_failure_in_its_place_and_goes_on() {
        for (int chunkSize : new int[] {1, 3}) {
            PoolIterator<Integer> results = pool.imap(PoolIteratorTests::inverse, List.of(1, 0, 3, 4), chunkSize);
            assertThat(results.next()).isEqualTo(60);
            assertThat(results.hasNext()).isTrue();
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(results::next);
            assertThat(rest(results)).containsExactly(20, 15);
        }
    }

    @Test
    void throws_failures_among_unordered_results_too() {
        PoolIterator<Integer> results = pool.imapUnordered(PoolIteratorTests::inverse, List.of(1, 0, 3, 4));
        List<Integer> values = new ArrayList<>();
        int failures = 0;
        while (results.hasNext()) {
            try {
                values.add(results.next());
            } catch (ArithmeticException e) {
                failures++;
            }
        }
        assertThat(values).containsExactlyInAnyOrder(60, 20, 15);
        assertThat(failures).isEqualTo(1);
    }

    @Test
    void throws_what_the_items_throw_in_the_place_of_the_next_result() {
        for (int chunkSize : new int[] {1, 2, 10}) {
            PoolIterator<Integer> results = pool.imap(x -> x, failingAt(3), chunkSize);
            assertThat(List.of(results.next(), results.next(), results.next())).containsExactly(0, 1, 2);
            assertThatThrownBy(results::next)
                    .isExactlyInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("no item 3");
            assertThat(results.hasNext()).isFalse();
        }
        assertThatThrownBy(() -> pool.imap(x -> x, failingAt(0)).next())
                .isExactlyInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void throws_what_the_items_throw_among_unordered_results() {
        PoolIterator<Integer> results = pool.imapUnordered(x -> x, failingAt(3));
        HashSet<Object> seen = new HashSet<>();
        while (results.hasNext()) {
            try {
                seen.add(results.next());
            } catch (UnsupportedOperationException e) {
                seen.add(e.getMessage());
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, "no item 3");
    }

    @Test
    void asks_for_items_only_when_a_worker_is_free() {
        Semaphore gate = new Semaphore(0);
        List<Integer> asked = new ArrayList<>();
        Iterable<Integer> six = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return asked.size() < 6;
            }

            @Override
            public Integer next() {
                asked.add(asked.size());
                return asked.get(asked.size() - 1);
            }
        };
        PoolIterator<Integer> results = pool.imapUnordered(new AllWait(gate), six);
        gate.release();
        assertThat(results.next()).isIn(0, 1);
        assertThat(asked.size()).as("two are worked on, one is done").isLessThanOrEqualTo(3);
        for (int i = 0; i < 5; i++) {
            gate.release();
        }
        assertThat(rest(results)).hasSize(5);
    }

    public static final class AllWait implements Function1<Integer, Integer> {
        private static final long serialVersionUID = 1;
        private final Semaphore gate;

        AllWait(Semaphore gate) {
            this.gate = gate;
        }

        @Override
        public Integer call(Integer x) {
            gate.acquire();
            return x;
        }
    }

    @Test
    void lets_other_tasks_pass_while_the_items_take_their_time() throws Exception {
        Semaphore more = new Semaphore(0);
        Iterable<Integer> slow = () -> new Iterator<>() {
            private boolean given;

            @Override
            public boolean hasNext() {
                return !given;
            }

            @Override
            public Integer next() {
                more.acquire();
                given = true;
                return 7;
            }
        };
        PoolIterator<Integer> results = pool.imap(x -> x, slow);
        Blocked.awaitReadersHere(1, more.handle().name() + ".count");
        AsyncResult<Integer> queued = pool.applyAsync(PoolIteratorTests::inverse, 2);
        assertThat(queued.ready()).isFalse();
        more.release();
        assertThat(results.next()).isEqualTo(7);
        assertThat(queued.get()).isEqualTo(30);
    }
}
