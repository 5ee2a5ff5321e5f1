package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be an item: each goes to another process and comes back. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ItemTests {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String END = "that was all";

    private static Queue<Object> there;
    private static Queue<Object> back;
    private static Process echo;

    private record Point(int x, double y, Point next) implements Serializable {}

    @BeforeAll
    static void startEcho() {
        there = new Queue<>();
        back = new Queue<>();
        echo = new Process(ItemTests::echo, there, back).start();
    }

    private static void echo(Queue<Object> there, Queue<Object> back) {
        for (Object item = there.get(); !END.equals(item); item = there.get()) {
            back.put(item);
        }
    }

    @AfterAll
    static void endEcho() {
        there.put(END);
        echo.join();
        assertThat(echo.exitcode()).isZero();
    }

    private static Object echoed(Object item) {
        there.put(item);
        return back.get(LIMIT);
    }

    static Stream<Arguments> items() {
        return Stream.concat(scalars(), containers()).map(item -> Arguments.of(item));
    }

    private static Stream<Object> scalars() {
        return Stream.of(
                0,
                -1,
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                1.5,
                Double.NaN,
                -0.0,
                2.5f,
                (short) -3,
                (byte) 127,
                'ß',
                true,
                false,
                "",
                "text",
                "grüße",
                "日本 \ud83d\ude00",
                "\ud800 alone",
                new BigInteger("123456789012345678901"),
                DayOfWeek.MONDAY,
                Duration.ofMillis(5),
                int.class);
    }

    private static Stream<Object> containers() {
        return Stream.of(
                new int[0],
                new int[] {1, -2},
                new long[] {3L},
                new double[] {4.5},
                new byte[] {5},
                new char[] {'x'},
                new boolean[] {true},
                new String[] {"a", null},
                new int[][] {{1}, {2, 3}, null},
                new Object[] {1, "b"},
                List.of(),
                List.of(1),
                List.of(1, 2),
                List.of("a", 2.0, 'c'),
                Arrays.asList(1, null),
                new ArrayList<>(Arrays.asList(1, null, "x")),
                List.of(List.of(1, 2), List.of(3)),
                Set.of("a", "b"),
                Map.of("k", List.of(1, 2)),
                new HashMap<>(Map.of(1, "one")),
                new Point(1, 2.5, new Point(3, 4.5, null)),
                List.of(new Point(0, 0, null)));
    }

    @ParameterizedTest
    @MethodSource("items")
    void comes_back_equal(Object item) {
        Object copy = echoed(item);
        assertThat(copy).isExactlyInstanceOf(item.getClass());
        assertThat(Objects.deepEquals(copy, item)).as("%s is %s", copy, item).isTrue();
    }

    @Test
    void may_be_null() {
        assertThat(echoed(null)).isNull();
    }

    @Test
    void may_contain_itself() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        list.add("x");
        List<?> copy = (List<?>) echoed(list);
        assertThat(copy.get(0)).isSameAs(copy);
        assertThat(copy.get(1)).isEqualTo("x");
        Object[] array = new Object[1];
        array[0] = array;
        Object[] arrayCopy = (Object[]) echoed(array);
        assertThat(arrayCopy[0]).isSameAs(arrayCopy);
    }

    @Test
    void keeps_what_occurs_twice_one_object() {
        List<Integer> inner = new ArrayList<>(List.of(1));
        List<?> copy = (List<?>) echoed(new ArrayList<>(List.of(inner, inner)));
        assertThat(copy.get(0)).isSameAs(copy.get(1)).isEqualTo(inner);
    }

    @Test
    void may_be_nested_deeply() {
        List<Object> list = new ArrayList<>();
        for (int depth = 0; depth < 200; depth++) {
            list = new ArrayList<>(List.of(depth, list));
        }
        assertThat(echoed(list)).isEqualTo(list);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 11, 4_091, 4_092, 4_096, 65_535, 65_536, 1 << 20, 1 << 26})
    void may_have_any_size(int bytes) {
        byte[] item = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            item[i] = (byte) (i * 31 + i / 251);
        }
        byte[] copy = (byte[]) echoed(item);
        assertThat(Arrays.equals(copy, item)).isTrue();
    }

    @Test
    void may_be_a_long_text_or_list() {
        String text = "ab".repeat(100_000) + "€";
        assertThat(echoed(text)).isEqualTo(text);
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            list.add(i * i);
        }
        assertThat(echoed(list)).isEqualTo(list);
    }

    @Test
    void may_be_or_contain_an_object_that_processes_share() {
        Lock lock = new Lock();
        lock.acquire();
        Lock copy = (Lock) echoed(lock);
        assertThat(copy.acquire(false)).isFalse();
        copy.release();
        assertThat(lock.acquire(false)).isTrue();
        Queue<String> inner = new Queue<>();
        Map<?, ?> map = (Map<?, ?>) echoed(new HashMap<>(Map.of("queue", inner, "number", 1)));
        Queue<?> same = (Queue<?>) map.get("queue");
        inner.put("through the copy");
        assertThat(same.get(LIMIT)).isEqualTo("through the copy");
    }
}
