package procgrade.multiprocessing.globals;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Globals that have objects in common. */
final class CommonValues {
    /** A number that can change. */
    static final class Amount extends Number implements Serializable {
        private static final long serialVersionUID = 1;
        private int value;

        Amount(int value) {
            this.value = value;
        }

        @Override
        public int intValue() {
            return value;
        }

        @Override
        public long longValue() {
            return value;
        }

        @Override
        public float floatValue() {
            return value;
        }

        @Override
        public double doubleValue() {
            return value;
        }
    }

    /** Nobody can set the final fields of a record class from outside, but what they hold can be filled. */
    record Fixed(int x) {
        static final List<Object> PARTS = new ArrayList<>();
    }

    static final Map<String, Object> FIRST = new HashMap<>();
    static final Map<String, Object> SECOND = new HashMap<>();
    static AtomicInteger counter = new AtomicInteger();
    static List<Object> counters = new ArrayList<>();
    static Amount amount = new Amount(1);
    static List<Object> equalOnly = new ArrayList<>();
    static List<Object> equalToo = new ArrayList<>();
    static transient int own = 1;

    private CommonValues() {}
}
