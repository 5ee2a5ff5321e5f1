package procgrade.multiprocessing.globals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Timer;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.multiprocessing.Lock;
import procgrade.multiprocessing.Queue;
import procgrade.multiprocessing.Value;

/** Judges the initializers of real class files, which no test runs. */
@SuppressWarnings("unused")
final class InitializerCheckTests {
    static class Nothing {
        static final int CONSTANT = 5;
        static int zero;
    }

    static class Collected {
        static final List<Integer> LIST = new ArrayList<>(List.of(1, 2));
        static final Map<String, List<Long>> MAP = new HashMap<>(Map.of("a", List.of(3L)));
        static final TreeSet<String> SET = new TreeSet<>(Collections.reverseOrder());
        static Map<String, Integer> shared = new ConcurrentHashMap<>();

        static {
            LIST.add(3);
            MAP.putIfAbsent("b", new ArrayList<>());
            Collections.addAll(SET, "x", "y");
        }
    }

    static class Calculated {
        static int sum = Integer.parseInt("4") + Math.max(3, 5);
        static final long[] SQUARES = new long[10];
        static final int[][] TABLE = {{1}, {2, 3}};
        static String text = "a ".repeat(3).trim();

        static {
            for (int i = 0; i < SQUARES.length; i++) {
                SQUARES[i] = i % 2 == 0 ? (long) i * i : -i;
            }
            Arrays.sort(SQUARES);
        }
    }

    static class Known {
        static BigInteger big = BigInteger.ONE.add(BigInteger.TEN);
        static Duration pause = Duration.ofSeconds(5);
        static final AtomicLong COUNT = new AtomicLong(1);
        static final Pattern PATTERN = Pattern.compile("a+");
        static Boolean flag = Boolean.TRUE;
        static TimeUnit unit = TimeUnit.SECONDS;
        static Object lock = new Object();
    }

    static class Asserting {
        static int count = Integer.MAX_VALUE;

        static void check(int x) {
            assert x > 0;
        }
    }

    static class Shared {
        static final Queue<Integer> QUEUE = new Queue<>(5);
        static final Lock LOCK = new Lock();
        static final Value<Integer> VALUE = Value.ofInt(3);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {Nothing.class, Collected.class, Calculated.class, Known.class, Asserting.class, Shared.class})
    void running_it_early_is_harmless(Class<?> type) {
        assertThat(InitializerCheck.isHarmless(ClassFile.of(type), type.getName()))
                .isTrue();
    }

    static class Printing {
        static int x = 1;

        static {
            System.out.println("hello");
        }
    }

    static class Timed {
        static long start = System.nanoTime();
    }

    static class CallingItself {
        static int x = compute();

        static int compute() {
            return 5;
        }
    }

    static class MakingOthers {
        static Nothing other = new Nothing();
    }

    static class ReadingOthers {
        static int x = Nothing.zero;
    }

    static class WritingOthers {
        static {
            Nothing.zero = 1;
        }
    }

    static class Reading {
        static Scanner in = new Scanner("x");
    }

    static class Scheduling {
        static Timer timer = new Timer();
    }

    static class Pooling {
        static ExecutorService pool = Executors.newCachedThreadPool();
    }

    static class Starting {
        static Thread thread = new Thread();
    }

    static class Lambda {
        static Supplier<String> supplier = () -> "x";
    }

    static class Loading {
        static Class<?> type = load();

        static Class<?> load() {
            return null;
        }
    }

    static class UsingSharedObjects {
        static final Queue<Integer> QUEUE = new Queue<>();

        static {
            QUEUE.put(1);
        }
    }

    enum Color {
        RED;

        static final Map<Color, String> NAMES = new EnumMap<>(Color.class);
    }

    static class Choosing {
        static int x = 1;

        static {
            switch (Nothing.CONSTANT + x) {
                case 1 -> x = 2;
                case 7 -> x = 3;
                default -> x = 4;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Printing.class,
                Timed.class,
                CallingItself.class,
                MakingOthers.class,
                ReadingOthers.class,
                WritingOthers.class,
                Reading.class,
                Scheduling.class,
                Pooling.class,
                Starting.class,
                Lambda.class,
                Loading.class,
                UsingSharedObjects.class,
                Color.class,
                Choosing.class
            })
    void running_it_early_could_be_noticed(Class<?> type) {
        assertThat(InitializerCheck.isHarmless(ClassFile.of(type), type.getName()))
                .isFalse();
    }
}
