package procgrade.multiprocessing;

/**
 * One number, character or truth value in memory that processes share, as Python's
 * {@code multiprocessing.Value}.
 *
 * <p>Each {@link #get} and each {@link #set} takes the value's recursive lock for itself, so a change that
 * depends on the old value must hold it over both:
 *
 * <pre>{@code
 * try (var held = counter.hold()) {
 *     counter.set(counter.get() + 1);
 * }
 * }</pre>
 *
 * <p>Whoever waits for the lock is blocked in read(2) on a pipe named {@code value-<n>.lock}.
 *
 * @param <T> the type of what it holds
 */
public final class Value<T> extends Shared<ElementsState> {
    private static final long serialVersionUID = 1;

    private final transient CellType type;
    private final transient T initial;

    /** For a raw object made here: what it is the raw side of. */
    private final transient Value<T> whole;

    private Value(CellType type, T initial) {
        this.type = type;
        this.initial = initial;
        this.whole = null;
        ready();
    }

    private Value(Value<T> whole) {
        this.type = null;
        this.initial = null;
        this.whole = whole;
        ready();
    }

    Value(SharedKind.Unbound unbound) {
        this.type = null;
        this.initial = null;
        this.whole = null;
    }

    /**
     * Makes a shared int.
     *
     * @param value what it holds at first
     * @return the new value
     */
    public static Value<Integer> ofInt(int value) {
        return new Value<>(CellType.INT, value);
    }

    /**
     * Makes a shared long.
     *
     * @param value what it holds at first
     * @return the new value
     */
    public static Value<Long> ofLong(long value) {
        return new Value<>(CellType.LONG, value);
    }

    /**
     * Makes a shared double.
     *
     * @param value what it holds at first
     * @return the new value
     */
    public static Value<Double> ofDouble(double value) {
        return new Value<>(CellType.DOUBLE, value);
    }

    /**
     * Makes a shared boolean.
     *
     * @param value what it holds at first
     * @return the new value
     */
    public static Value<Boolean> ofBoolean(boolean value) {
        return new Value<>(CellType.BOOLEAN, value);
    }

    /**
     * Makes a shared byte.
     *
     * @param value what it holds at first
     * @return the new value
     */
    public static Value<Byte> ofByte(byte value) {
        return new Value<>(CellType.BYTE, value);
    }

    /**
     * Makes a shared char.
     *
     * @param value what it holds at first
     * @return the new value
     */
    public static Value<Character> ofChar(char value) {
        return new Value<>(CellType.CHAR, value);
    }

    @Override
    SharedKind kind() {
        return SharedKind.VALUE;
    }

    @Override
    ElementsState createState() {
        if (whole != null) {
            return whole.state().raw();
        }
        ElementsState state = ElementsState.create(kind(), type, 1);
        type.write(state.cells, 0, initial);
        return state;
    }

    /** {@return what it holds at this moment, never null} */
    @SuppressWarnings("unchecked") // the type was chosen with the factory method
    public T get() {
        return (T) state().get(0);
    }

    /**
     * Changes what it holds.
     *
     * @param value the new content, not null
     * @throws IllegalArgumentException if it is null
     */
    public void set(T value) {
        state().set(0, value);
    }

    /**
     * The lock that {@link #get} and {@link #set} take; Python's {@code get_lock()}.
     *
     * @return the lock
     * @throws IllegalStateException if this is {@link #raw}
     */
    public RLock lock() {
        return new RLock(this);
    }

    /**
     * Takes the value's lock, and gives it back at the end of a try block.
     *
     * @return what to close
     * @throws IllegalStateException if this is {@link #raw}
     */
    public Held hold() {
        return state().lock().hold();
    }

    /**
     * The same memory without the lock, Python's {@code get_obj()}: each access is 100 times as fast, and waits
     * for nobody.
     *
     * @return a value that shares its content with this one
     */
    public Value<T> raw() {
        boolean isRaw = whole != null || !restoring && state().isRaw();
        return isRaw ? this : new Value<>(this);
    }
}
