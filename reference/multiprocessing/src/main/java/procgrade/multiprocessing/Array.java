package procgrade.multiprocessing;

import java.util.ArrayList;
import java.util.List;

/**
 * A fixed number of elements in memory that processes share, as Python's {@code multiprocessing.Array}.
 *
 * <p>Each {@link #get} and each {@link #set} takes the array's recursive lock for itself. Who changes an
 * element depending on others, or works on many, holds the lock meanwhile ({@link #hold}: within it an
 * access costs no system call); processes that work on parts of their own use {@link #raw}. The memory
 * is given back when the program ends.
 *
 * <p>Whoever waits for the lock is blocked in read(2) on a pipe named {@code array-<n>.lock}.
 *
 * @param <T> the type of its elements
 */
public final class Array<T> extends Shared<ElementsState> {
    private static final long serialVersionUID = 1;

    /** The largest array: 256 MiB. */
    static final int MOST_BYTES = 1 << 28;

    private final transient CellType type;
    private final transient int initialLength;

    /** A Java array of the first elements, null for zeros and once it was copied. */
    private transient Object initial;

    /** For a raw object made here: what it is the raw side of. */
    private final transient Array<T> whole;

    private Array(CellType type, int length, Object initial) {
        this.type = type;
        this.initialLength = length;
        this.initial = initial;
        this.whole = null;
        requireRoom(type, length);
        ready();
    }

    private Array(Array<T> whole) {
        this.type = null;
        this.initialLength = 0;
        this.whole = whole;
        ready();
    }

    Array(SharedKind.Unbound unbound) {
        this.type = null;
        this.initialLength = 0;
        this.whole = null;
    }

    private static void requireRoom(CellType type, int length) {
        if (length < 0) {
            throw new IllegalArgumentException("an array cannot have " + length + " elements; give 0 or more");
        }
        if (length > MOST_BYTES / type.bytes) {
            throw new IllegalArgumentException("an array of " + length + " elements of type " + type.label()
                    + " is too large; share " + MOST_BYTES / type.bytes + " elements at most, or several arrays");
        }
    }

    /**
     * Makes an array of ints that are 0.
     *
     * @param length how many, 0 or more; 256 MiB at most
     * @return the new array
     * @throws IllegalArgumentException if there are fewer or more
     */
    public static Array<Integer> ofInt(int length) {
        return new Array<>(CellType.INT, length, null);
    }

    /**
     * Makes an array of ints.
     *
     * @param elements the first elements, which are copied; a single one must be given as {@code new int[] {5}}
     * @return the new array
     * @throws IllegalArgumentException if they need more than 256 MiB
     */
    public static Array<Integer> ofInt(int... elements) {
        return new Array<>(CellType.INT, elements.length, elements);
    }

    /**
     * Makes an array of longs that are 0.
     *
     * @param length how many, 0 or more; 256 MiB at most
     * @return the new array
     * @throws IllegalArgumentException if there are fewer or more
     */
    public static Array<Long> ofLong(int length) {
        return new Array<>(CellType.LONG, length, null);
    }

    /**
     * Makes an array of longs.
     *
     * @param elements the first elements, which are copied
     * @return the new array
     * @throws IllegalArgumentException if they need more than 256 MiB
     */
    public static Array<Long> ofLong(long... elements) {
        return new Array<>(CellType.LONG, elements.length, elements);
    }

    /**
     * Makes an array of doubles that are 0.
     *
     * @param length how many, 0 or more; 256 MiB at most
     * @return the new array
     * @throws IllegalArgumentException if there are fewer or more
     */
    public static Array<Double> ofDouble(int length) {
        return new Array<>(CellType.DOUBLE, length, null);
    }

    /**
     * Makes an array of doubles.
     *
     * @param elements the first elements, which are copied
     * @return the new array
     * @throws IllegalArgumentException if they need more than 256 MiB
     */
    public static Array<Double> ofDouble(double... elements) {
        return new Array<>(CellType.DOUBLE, elements.length, elements);
    }

    /**
     * Makes an array of bytes that are 0.
     *
     * @param length how many, 0 to 256 Mi
     * @return the new array
     * @throws IllegalArgumentException if there are fewer or more
     */
    public static Array<Byte> ofByte(int length) {
        return new Array<>(CellType.BYTE, length, null);
    }

    /**
     * Makes an array of bytes.
     *
     * @param elements the first elements, which are copied
     * @return the new array
     * @throws IllegalArgumentException if they need more than 256 MiB
     */
    public static Array<Byte> ofByte(byte... elements) {
        return new Array<>(CellType.BYTE, elements.length, elements);
    }

    @Override
    SharedKind kind() {
        return SharedKind.ARRAY;
    }

    @Override
    ElementsState createState() {
        if (whole != null) {
            return whole.state().raw();
        }
        ElementsState state = ElementsState.create(kind(), type, initialLength);
        if (initial != null) {
            for (int i = 0; i < initialLength; i++) {
                type.write(state.cells, i, java.lang.reflect.Array.get(initial, i));
            }
            initial = null;
        }
        return state;
    }

    /**
     * Reads an element.
     *
     * @param index 0 to {@link #length()} - 1
     * @return the element, never null
     * @throws IndexOutOfBoundsException if there is no such element
     */
    @SuppressWarnings("unchecked") // the type was chosen with the factory method
    public T get(int index) {
        return (T) state().get(checked(index));
    }

    /**
     * Changes an element.
     *
     * @param index 0 to {@link #length()} - 1
     * @param value the new element, not null
     * @throws IndexOutOfBoundsException if there is no such element
     * @throws IllegalArgumentException if the value is null
     */
    public void set(int index, T value) {
        state().set(checked(index), value);
    }

    private int checked(int index) {
        int length = length();
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException(handle().name() + " has no element " + index
                    + (length == 0 ? "; it is empty" : "; its elements are 0 to " + (length - 1)));
        }
        return index;
    }

    /** {@return the number of elements} */
    public int length() {
        return state().length();
    }

    /** {@return a new list of the elements, taken while no other process could change them by {@link #set}} */
    public List<T> toList() {
        if (state().isRaw()) {
            return copy();
        }
        try (Held held = hold()) {
            return copy();
        }
    }

    private List<T> copy() {
        int length = length();
        List<T> elements = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            elements.add(get(i));
        }
        return elements;
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
     * Takes the array's lock, and gives it back at the end of a try block.
     *
     * @return what to close
     * @throws IllegalStateException if this is {@link #raw}
     */
    public Held hold() {
        return state().lock().hold();
    }

    /**
     * The same memory without the lock, Python's {@code get_obj()}: accesses are 100 times as fast, and wait for
     * nobody.
     *
     * @return an array that shares its elements with this one
     */
    public Array<T> raw() {
        boolean isRaw = whole != null || !restoring && state().isRaw();
        return isRaw ? this : new Array<>(this);
    }
}
