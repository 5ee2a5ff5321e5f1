package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** How failures of tasks travel; one pool serves all tests, so each also shows that the one before did no harm. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PoolFailureTests {
    private final Pool pool = new Pool(2);

    @AfterAll
    void close() {
        pool.close();
    }

    private static int inverse(int x) {
        return 1 / x;
    }

    private static int fail(String message) throws IOException {
        throw new FileNotFoundException(message);
    }

    private static int wrap(int x) {
        try {
            return inverse(x);
        } catch (ArithmeticException e) {
            throw new IllegalStateException("cannot invert " + x, e);
        }
    }

    private static int recurse(int x) {
        return x < 0 ? x : recurse(x + 1) + 1;
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void throws_the_exception_of_a_task_where_its_result_is_asked_for() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> pool.<Integer, Integer>apply(PoolFailureTests::inverse, 0))
                .withMessage("/ by zero")
                .satisfies(thrown -> {
                    assertThat(thrown.getStackTrace())
                            .anyMatch(frame -> frame.getClassName().startsWith(PoolFailureTests.class.getName()))
                            .noneMatch(frame -> frame.getMethodName().equals("inverse"));
                    assertThat(thrown.getCause().getStackTrace())
                            .extracting(StackTraceElement::getMethodName)
                            .containsExactly("inverse");
                    assertThat(printed(thrown))
                            .containsPattern("Caused by: procgrade.multiprocessing.RemoteTraceback:"
                                    + " in PoolWorker-\\d+ \\(process \\d+\\)\\R\tat .*PoolFailureTests.inverse");
                });
    }

    @Test
    void throws_it_anew_each_time() {
        AsyncResult<Integer> result = pool.applyAsync(PoolFailureTests::inverse, 0);
        result.await();
        assertThat(result.successful()).isFalse();
        List<Throwable> thrown = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(result::get)
                    .isInstanceOf(ArithmeticException.class)
                    .satisfies(thrown::add);
        }
        assertThat(thrown.get(0)).isNotSameAs(thrown.get(1));
    }

    @Test
    void keeps_the_causes_of_an_exception() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> pool.<Integer, Integer>apply(PoolFailureTests::wrap, 0))
                .withMessage("cannot invert 0")
                .havingCause()
                .isExactlyInstanceOf(ArithmeticException.class)
                .havingCause()
                .isExactlyInstanceOf(RemoteTraceback.class)
                .satisfies(remote -> assertThat(remote.getStackTrace())
                        .extracting(StackTraceElement::getMethodName)
                        .containsExactly("wrap"));
    }

    @Test
    void shows_the_worker_even_if_an_exception_takes_no_cause() {
        assertThatExceptionOfType(NoCause.class)
                .isThrownBy(() -> pool.<Integer, Integer>apply(
                        x -> {
                            throw new NoCause();
                        },
                        0))
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .hasOnlyElementsOfType(RemoteTraceback.class)
                        .hasSize(1));
    }

    static final class NoCause extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoCause() {
            super("no cause", null);
        }
    }

    @Test
    void throws_errors_as_they_are() {
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> pool.<Integer, Integer>apply(PoolFailureTests::recurse, 0));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> pool.<Integer, Integer>apply(
                        x -> {
                            throw new AssertionError("claim");
                        },
                        0))
                .withMessage("claim");
    }

    @Test
    void wraps_checked_exceptions() {
        assertThatExceptionOfType(TaskFailed.class)
                .isThrownBy(() -> pool.<String, Integer>apply(PoolFailureTests::fail, "numbers.txt"))
                .withMessage(
                        "a task threw java.io.FileNotFoundException: numbers.txt, a checked exception; see the cause")
                .havingCause()
                .isExactlyInstanceOf(FileNotFoundException.class)
                .withMessage("numbers.txt");
    }

    @Test
    void gives_callbacks_the_exception_itself() {
        List<Throwable> seen = new ArrayList<>();
        AsyncResult<Integer> result = pool.<String, Integer>applyAsync(PoolFailureTests::fail, "x")
                .callback(value -> seen.add(new AssertionError(value)))
                .errorCallback(seen::add);
        result.await();
        assertThat(seen).hasSize(1).first().isExactlyInstanceOf(FileNotFoundException.class);
    }

    @Test
    void goes_on_after_a_callback_that_throws() {
        List<Throwable> uncaught = new ArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        try {
            AsyncResult<Integer> result = pool.<Integer, Integer>applyAsync(PoolFailureTests::inverse, 1)
                    .callback(value -> {
                        throw new IllegalStateException("of the callback");
                    });
            assertThat(result.get()).isEqualTo(1);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(uncaught)
                .hasSize(1)
                .first(InstanceOfAssertFactories.THROWABLE)
                .hasMessage("of the callback");
    }

    @Test
    void works_on_all_other_items_before_it_throws_the_first_failure() {
        Value<Integer> called = Value.ofInt(0);
        List<List<?>> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(List.of(called, i));
        }
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            items.add(i % 10);
        }
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> pool.<Integer, Integer>map(PoolFailureTests::inverse, items, 1));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> pool.<Value<Integer>, Integer, Integer>starmap(PoolFailureTests::countOrFail, rows))
                .withMessage("item 7");
        assertThat(called.get()).isEqualTo(34);
    }

    /** Chunks have 5 items; these failures end theirs after 2, 4 and 3 calls, so 40 - 3 - 1 - 2 calls count. */
    private static int countOrFail(Value<Integer> called, int item) {
        if (item == 7 || item == 19 || item == 38) {
            throw new IllegalStateException("item " + item);
        }
        try (var held = called.hold()) {
            called.set(called.get() + 1);
        }
        return item;
    }

    @Test
    void fails_a_task_whose_arguments_cannot_be_sent() {
        Object unsendable = new Object();
        String message = "cannot send a java.lang.Object to another process: java.lang.Object is not serializable;"
                + " send what it holds, or keep it in a local variable or a transient field";
        AsyncResult<List<Object>> result = pool.mapAsync(x -> x, Arrays.asList(1, unsendable));
        assertThatIllegalArgumentException().isThrownBy(result::get).withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pool.<Object, Object>apply(x -> unsendable, 1))
                .withMessage(message);
    }

    @Test
    void fails_a_task_whose_result_cannot_be_sent() {
        List<Throwable> seen = new ArrayList<>();
        AsyncResult<Object> result =
                pool.<Integer, Object>applyAsync(x -> new Object(), 1).errorCallback(seen::add);
        assertThatExceptionOfType(TaskFailed.class)
                .isThrownBy(result::get)
                .withMessage(
                        "a task has a result that cannot be sent: cannot send a java.lang.Object to another process:"
                                + " java.lang.Object is not serializable; send what it holds, or keep it in a local variable or a transient field");
        assertThat(seen).hasSize(1).first().isExactlyInstanceOf(TaskFailed.class);
    }

    @Test
    void fails_a_task_whose_exception_cannot_be_sent() {
        assertThatExceptionOfType(TaskFailed.class)
                .isThrownBy(() -> pool.<Integer, Object>apply(
                        x -> {
                            throw new Unsendable();
                        },
                        1))
                .withMessage(
                        "a task threw " + Unsendable.class.getName() + ": not for travelling, but that exception cannot"
                                + " be sent: cannot send a " + Unsendable.class.getName()
                                + " to another process: java.lang.Object is not serializable; send what it holds, or keep it in a local variable or a transient field")
                .havingCause()
                .isExactlyInstanceOf(RemoteTraceback.class)
                .satisfies(remote -> assertThat(remote.getStackTrace()).isNotEmpty());
    }

    static final class Unsendable extends RuntimeException {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("unused") // is what cannot be sent
        private final Object inside = new Object();

        Unsendable() {
            super("not for travelling");
        }
    }

    @Test
    void fails_a_task_whose_result_or_exception_cannot_be_read_back() {
        assertThatExceptionOfType(TaskFailed.class)
                .isThrownBy(() -> pool.<Integer, Object>apply(
                        x -> {
                            throw new Unreadable();
                        },
                        1))
                .withMessageMatching(
                        "a task failed in PoolWorker-\\d+ \\(process \\d+\\), but its exception cannot be read:"
                                + " cannot read an item: java.io.InvalidObjectException: spoilt; let its class write what it can read back");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> pool.<Integer, Object>apply(x -> new Unreadable(), 1))
                .withMessage(
                        "cannot read an item: java.io.InvalidObjectException: spoilt; let its class write what it can read back");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> pool.<Serializable, Object>map(x -> 1, List.of(1, new Unreadable(), 2)))
                .withMessage(
                        "cannot read an item: java.io.InvalidObjectException: spoilt; let its class write what it can read back");
    }

    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) throws IOException {
            throw new java.io.InvalidObjectException("spoilt");
        }
    }

    @Test
    void says_what_does_not_fit_if_an_argument_has_the_wrong_type() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        pool.<Integer, Integer, Integer>starmap(PoolFailureTests::added, List.of(List.of(1, "two"))))
                .withMessage("cannot call private static int " + PoolFailureTests.class.getName()
                        + ".added(int,int) with [java.lang.Integer, java.lang.String];"
                        + " give as many arguments as it has parameters, of their types");
    }

    private static int added(int a, int b) {
        return a + b;
    }

    @Test
    void lets_an_exception_of_the_items_through_before_anything_is_sent() {
        Iterable<Integer> broken = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Integer next() {
                throw new UnsupportedOperationException("no items");
            }
        };
        assertThatThrownBy(() -> pool.<Integer, Integer>map(PoolFailureTests::inverse, broken))
                .isExactlyInstanceOf(UnsupportedOperationException.class);
    }
}
