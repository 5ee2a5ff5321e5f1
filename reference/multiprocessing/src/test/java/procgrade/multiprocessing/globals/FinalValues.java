package procgrade.multiprocessing.globals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Final variables of all kinds; a test changes them from outside. */
@SuppressWarnings("NonFinalStaticField")
final class FinalValues {
    private static final Random RANDOM = new Random(1);

    static final boolean FLAG = RANDOM.nextBoolean();
    static final byte BYTE = (byte) RANDOM.nextInt();
    static final char CHAR = (char) RANDOM.nextInt();
    static final short SHORT = (short) RANDOM.nextInt();
    static final int INT = RANDOM.nextInt();
    static final long LONG = RANDOM.nextLong();
    static final float FLOAT = RANDOM.nextFloat();
    static final double DOUBLE = RANDOM.nextDouble();
    static final String TEXT = "text " + RANDOM.nextInt();
    static final Integer BOXED = RANDOM.nextInt();
    static final List<String> LIST = new ArrayList<>();
    static final Map<String, Integer> ORDERED = new LinkedHashMap<>();
    static final ArrayDeque<Integer> DEQUE = new ArrayDeque<>();
    static final int[] ARRAY = new int[2];
    static final List<Integer> IMMUTABLE = List.of(RANDOM.nextInt());
    static final Own OWN = new Own();
    static final Object SAME_AS_LIST = LIST;

    private FinalValues() {}

    /** A map of the program's own, with a field. */
    static final class Own extends HashMap<String, String> {
        private static final long serialVersionUID = 1;

        int field;
    }

    /** A class whose final fields nobody can set. */
    record Fixed(int x) implements java.io.Serializable {
        static final Fixed EQUAL = new Fixed(1);
        static final Fixed RANDOM_ONE = new Fixed(RANDOM.nextInt());
        static final List<Integer> LIST = new ArrayList<>();
    }
}
