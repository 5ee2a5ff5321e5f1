package procgrade.rubric;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The gradings that are under way in this virtual machine, by a key that fits into a configuration parameter of the
 * JUnit Platform: the only way to hand something to an extension that the platform creates.
 */
public final class Gradings {
    /** The configuration parameter that holds the key. */
    public static final String PARAMETER = "procgrade.grading";

    private static final Map<String, Grading> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong COUNT = new AtomicLong();

    private Gradings() {}

    /**
     * Makes a grading known.
     *
     * @param grading is not closed by the rubric
     * @return its key; close it when the rubric has been run
     */
    public static Registration register(Grading grading) {
        String key = "grading-" + COUNT.incrementAndGet();
        OPEN.put(key, grading);
        return new Registration(key);
    }

    static Optional<Grading> find(String key) {
        return Optional.ofNullable(OPEN.get(key));
    }

    /**
     * A grading that is known.
     *
     * @param key the value for {@link #PARAMETER}
     */
    public record Registration(String key) implements AutoCloseable {
        /** Forgets the grading. */
        @Override
        public void close() {
            OPEN.remove(key);
        }
    }
}
