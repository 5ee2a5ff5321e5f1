package procgrade.multiprocessing.programs.globals;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;
import procgrade.multiprocessing.Value;

/** Has global variables of every kind; prints them in the parent, in a child that then changes them, and again. */
public final class Everything extends Base {
    enum Color {
        RED,
        GREEN
    }

    private record Point(int x, List<Integer> list) implements Serializable {}

    /** A map with a field of its own. */
    private static final class Histogram extends HashMap<String, Integer> {
        private static final long serialVersionUID = 1;
        private int total;
    }

    /** Holds what another initializer made. */
    private record Holder(Queue<String> queue) {}

    static final class Nested {
        private static int hidden = 1;
        static final Map<String, List<Integer>> LISTS = new HashMap<>();

        static final class Deeper {
            private static long depth = 1;

            private Deeper() {}
        }

        private Nested() {}
    }

    interface Limits {
        List<Integer> CHOSEN = new ArrayList<>();
    }

    private static byte aByte;
    private static short aShort;
    private static int anInt = 1;
    private static long aLong;
    private static float aFloat;
    private static double aDouble;
    private static boolean aBoolean;
    private static char aChar;
    private static String aString = "initial";
    private static String willBeNull = "initial";
    private static Integer boxed;
    private static Color color = Color.RED;
    private static Point point;
    private static List<Object> list;
    private static int[] array;
    private static Object anything;

    private static final long START = System.nanoTime();
    private static final String ID = UUID.randomUUID().toString();
    private static final Integer BOXED = (int) System.nanoTime();
    private static final double COMPUTED = Math.random();
    private static final boolean ODD = START % 2 == 1;
    private static final List<Integer> PRIMES = new ArrayList<>();
    private static final Map<String, Integer> MAP = new TreeMap<>();
    private static final Deque<String> DEQUE = new ArrayDeque<>();
    private static final int[] ARRAY = new int[3];
    private static final String[][] TABLE = new String[2][];
    private static final List<Integer> IMMUTABLE = List.of((int) System.nanoTime(), 2);
    private static final AtomicInteger ATOMIC = new AtomicInteger();
    private static final StringBuilder TEXT = new StringBuilder();
    private static final Histogram HISTOGRAM = new Histogram();
    private static final Object LOCK = new Object();
    private static final IntUnaryOperator SQUARE = x -> x * x;

    private static List<Integer> samePrimes;
    private static Object sameArray;

    private static final Queue<String> QUEUE = new Queue<>();
    private static final Holder HOLDER = new Holder(QUEUE);
    private static final Map<String, Queue<String>> QUEUES = new HashMap<>();
    private static Value<Integer> value;

    private Everything() {}

    public static void main(String[] arguments) {
        change(41);
        Process.shareGlobals(Named.class);
        print("parent");
        QUEUE.put("to the field");
        QUEUES.put("made late", new Queue<>());
        QUEUES.get("made late").put("to the map");
        value = Value.ofInt(5);
        new Process(Everything::child).start().join();
        print("after");
        System.out.println("value " + value.get());
    }

    private static void child() {
        print("child");
        System.out.println("same " + (samePrimes == PRIMES) + (sameArray == ARRAY) + (anything == list));
        System.out.println(
                "holder " + (HOLDER.queue() == QUEUE) + " " + HOLDER.queue().get());
        System.out.println("map " + QUEUES.get("made late").get());
        System.out.println("others " + (LOCK != null) + SQUARE.applyAsInt(3));
        value.set(6);
        change(7);
    }

    private static void change(int to) {
        aByte = (byte) to;
        aShort = (short) to;
        anInt = to;
        aLong = to;
        aFloat = to;
        aDouble = to;
        aBoolean = to > 10;
        aChar = (char) ('a' + to % 26);
        aString = "changed to " + to;
        willBeNull = to > 10 ? null : "back";
        boxed = to;
        color = Color.GREEN;
        point = new Point(to, List.of(to, to));
        list = new ArrayList<>(Arrays.asList(to, null, "x"));
        array = new int[] {to, to};
        anything = list;
        PRIMES.add(to);
        MAP.put("k" + to, to);
        DEQUE.push("d" + to);
        ARRAY[1] = to;
        TABLE[1] = new String[] {"t" + to, null};
        ATOMIC.set(to);
        TEXT.append(to);
        HISTOGRAM.put("h" + to, to);
        HISTOGRAM.total += to;
        samePrimes = PRIMES;
        sameArray = ARRAY;
        changeOthers(to);
    }

    private static void changeOthers(int to) {
        inherited = to;
        INHERITED.add("i" + to);
        Nested.hidden = to;
        Nested.LISTS.put("n", new ArrayList<>(List.of(to)));
        Nested.Deeper.depth = to;
        Limits.CHOSEN.add(to);
        Elsewhere.counter = to;
        Elsewhere.NUMBERS.add(to);
        Elsewhere.SQUARES[0] = to;
        Elsewhere.product = Elsewhere.product.add(Elsewhere.product);
        Elsewhere.pause = Elsewhere.pause.plusMillis(to);
        Elsewhere.Constants.NAMES.add("c" + to);
        Named.name = "named " + to;
    }

    private static void print(String who) {
        List<Object> all =
                new ArrayList<>(Arrays.asList(aByte, aShort, anInt, aLong, aFloat, aDouble, aBoolean, aChar));
        all.addAll(Arrays.asList(aString, willBeNull, boxed, color, point, list, Arrays.toString(array)));
        all.addAll(Arrays.asList(START, ID, BOXED, COMPUTED, ODD, PRIMES, MAP, DEQUE, Arrays.toString(ARRAY)));
        all.addAll(Arrays.asList(Arrays.deepToString(TABLE), IMMUTABLE, ATOMIC, TEXT, HISTOGRAM, HISTOGRAM.total));
        all.addAll(
                Arrays.asList(inherited, INHERITED, Nested.hidden, Nested.LISTS, Nested.Deeper.depth, Limits.CHOSEN));
        all.addAll(Arrays.asList(Elsewhere.counter, Elsewhere.NUMBERS, Arrays.toString(Elsewhere.SQUARES)));
        all.addAll(Arrays.asList(Elsewhere.product, Elsewhere.pause, Elsewhere.Constants.NAMES, Named.name));
        all.addAll(Arrays.asList(Elsewhere.Constants.LIMIT, Elsewhere.Computed.SEED, Elsewhere.Computed.BOXED));
        System.out.println(who + " " + all);
    }
}
