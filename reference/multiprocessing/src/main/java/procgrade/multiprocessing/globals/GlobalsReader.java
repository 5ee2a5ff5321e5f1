package procgrade.multiprocessing.globals;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import procgrade.multiprocessing.codec.Decoder;

/** Puts the globals that {@link Globals} captured in place, in the child, before the target runs. */
public final class GlobalsReader {
    private final Decoder in;
    private final SharedObjects shared;
    private final Consumer<String> report;
    private final List<Object> seen = new ArrayList<>();
    private final List<Class<?>> classes = new ArrayList<>();

    private GlobalsReader(Decoder in, SharedObjects shared, Consumer<String> report) {
        this.in = in;
        this.shared = shared;
        this.report = report;
    }

    /**
     * Initializes the classes and sets their globals.
     *
     * @param in holds what was captured
     * @param shared knows the objects that are shared rather than copied
     * @param report receives a sentence for what could not be set
     * @return what the values are read with that were written with the globals
     * @throws ReflectiveOperationException if a class is not on this process's class path
     */
    public static GlobalsReader restore(Decoder in, SharedObjects shared, Consumer<String> report)
            throws ReflectiveOperationException {
        GlobalsReader reader = new GlobalsReader(in, shared, report);
        while (in.raw() != Globals.END) {
            reader.classes.add(reader.restoreClass(in.text()));
        }
        return reader;
    }

    /** {@return the classes whose globals were set: a child of this process gets them, too} */
    public List<Class<?>> classes() {
        return List.copyOf(classes);
    }

    /**
     * Reads a value that {@link Globals#value} wrote.
     *
     * @return the value, may be null
     * @throws IllegalStateException if its class is not on this process's class path or refuses the bytes
     */
    public Object value() {
        return read(in.raw(), null, "an argument");
    }

    private Class<?> restoreClass(String name) throws ReflectiveOperationException {
        Class<?> type = initialize(name);
        for (int kind = in.raw(); kind != Globals.END; kind = in.raw()) {
            Variable variable = Variable.find(type, in.text());
            try {
                restoreVariable(variable, kind);
            } catch (ReflectiveOperationException | RuntimeException | LinkageError cannot) {
                report.accept("the global " + variable.name() + " keeps its initial value in child processes: "
                        + Globals.reason(cannot));
            }
        }
        return type;
    }

    /** If that fails, it fails again at each field, which is where it gets reported. */
    private static Class<?> initialize(String name) throws ClassNotFoundException {
        ClassLoader loader = ClassLoader.getSystemClassLoader();
        try {
            return Class.forName(name, true, loader);
        } catch (LinkageError initializerFails) {
            return Class.forName(name, false, loader);
        }
    }

    private void restoreVariable(Variable variable, int kind) throws ReflectiveOperationException {
        int place = seen.size();
        Object value = read(kind, variable, variable.name());
        boolean mayRefill =
                kind == Globals.COPY || kind == Globals.VALUE || variable.type().isRecord();
        if (variable.isFinal() && mayRefill) {
            Object kept = refill(variable, value);
            if (kind == Globals.COPY) {
                seen.set(place, kept);
            }
        } else if (kind != Globals.SHARED || value != variable.get()) {
            variable.set(value);
        }
    }

    private Object read(int kind, Variable variable, String name) {
        return switch (kind) {
            case Globals.ALIAS -> earlier((int) in.integer());
            case Globals.SHARED -> readNumbered(new Failed(name), variable);
            case Globals.COPY -> readNumbered(new Failed(name), null);
            case Globals.GROUP -> readGroup(new Failed(name));
            default -> in.value();
        };
    }

    private Object earlier(int number) {
        Object value = seen.get(number);
        if (value instanceof Failed failed) {
            throw new IllegalStateException(
                    "it holds the same object as " + failed.name + ", which could not be set either");
        }
        return value;
    }

    /** The place in the numbering is taken before anything can fail, or later numbers would mean other objects. */
    private Object readNumbered(Failed failed, Variable shares) {
        int place = seen.size();
        seen.add(failed);
        Object value = shares == null ? in.value() : shared.read(in, currentOrNull(shares));
        seen.set(place, value);
        return value;
    }

    private Object readGroup(Failed failed) {
        int size = (int) in.integer();
        int wanted = (int) in.integer();
        int place = seen.size();
        seen.addAll(Collections.nCopies(size, failed));
        Object[] values = (Object[]) in.value();
        for (int i = 0; i < size; i++) {
            seen.set(place + i, values[i]);
        }
        return values[wanted];
    }

    /** Null if the class cannot be initialized: what was sent must be read anyway, and setting the field fails. */
    private static Object currentOrNull(Variable variable) {
        try {
            return variable.get();
        } catch (LinkageError | IllegalAccessException notInitialized) {
            return null;
        }
    }

    /** A final collection or array stays the same object, since other initializers may have passed it on. */
    private static Object refill(Variable variable, Object value) throws ReflectiveOperationException {
        Object current = variable.get();
        boolean sameClass = current != null && value != null && current.getClass() == value.getClass();
        if (current == value || sameClass && (isSame(current, value) || refillInPlace(current, value))) {
            return current;
        }
        variable.set(value);
        return value;
    }

    /** Whether nothing needs to be done; collections are equal in another order, too. */
    private static boolean isSame(Object current, Object value) {
        return !(current instanceof Collection || current instanceof Map) && Objects.deepEquals(current, value);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both are of one class, so what one held the other may
    private static boolean refillInPlace(Object current, Object value) {
        if (current.getClass().isArray() && Array.getLength(current) == Array.getLength(value)) {
            System.arraycopy(value, 0, current, 0, Array.getLength(value));
            return true;
        }
        if (current.getClass().getClassLoader() != null) {
            return false; // a program's own collection may hold more than its elements
        }
        try {
            if (current instanceof Collection collection) {
                collection.clear();
                collection.addAll((Collection) value);
                return true;
            }
            if (current instanceof Map map) {
                map.clear();
                map.putAll((Map) value);
                return true;
            }
        } catch (UnsupportedOperationException immutable) {
            return current.equals(value);
        }
        return false;
    }

    /** Stands for a numbered object that could not be read. */
    private record Failed(String name) {}
}
