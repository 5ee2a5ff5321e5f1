package procgrade.multiprocessing.globals;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
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
     * @return the classes: a child of this process gets their globals, too
     * @throws ReflectiveOperationException if a class is not on this process's class path
     */
    public static List<Class<?>> restore(Decoder in, SharedObjects shared, Consumer<String> report)
            throws ReflectiveOperationException {
        GlobalsReader reader = new GlobalsReader(in, shared, report);
        List<Class<?>> restored = new ArrayList<>();
        while (in.raw() != Globals.END) {
            restored.add(reader.restoreClass(in.text()));
        }
        return restored;
    }

    private Class<?> restoreClass(String name) throws ReflectiveOperationException {
        Class<?> type = initialize(name);
        for (int kind = in.raw(); kind != Globals.END; kind = in.raw()) {
            Field field = type.getDeclaredField(in.text());
            String global = name + "." + field.getName();
            try {
                restoreField(field, kind, global);
            } catch (ReflectiveOperationException | RuntimeException | LinkageError cannot) {
                report.accept("the global " + global + " keeps its initial value in child processes: "
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

    /** The place in the numbering is taken before anything can fail, or later numbers would mean other objects. */
    private void restoreField(Field field, int kind, String global) throws ReflectiveOperationException {
        if (kind == Globals.ALIAS) {
            Object value = earlier((int) in.integer());
            StaticFields.set(field, value);
            return;
        }
        int place = seen.size();
        if (kind != Globals.VALUE) {
            seen.add(new Failed(global));
        }
        Object value = kind == Globals.SHARED ? restoreShared(field) : restoreCopy(field);
        if (kind != Globals.VALUE) {
            seen.set(place, value);
        }
    }

    private Object earlier(int number) {
        Object value = seen.get(number);
        if (value instanceof Failed failed) {
            throw new IllegalStateException(
                    "it holds the same object as " + failed.global + ", which could not be set either");
        }
        return value;
    }

    private Object restoreShared(Field field) throws ReflectiveOperationException {
        Object current = currentOrNull(field);
        Object value = shared.read(in, current);
        if (value != current) {
            StaticFields.set(field, value);
        }
        return value;
    }

    /** Null if the class cannot be initialized: what was sent must be read anyway, and setting the field fails. */
    private static Object currentOrNull(Field field) throws ReflectiveOperationException {
        try {
            return StaticFields.get(field);
        } catch (LinkageError notInitialized) {
            return null;
        }
    }

    private Object restoreCopy(Field field) throws ReflectiveOperationException {
        Object value = in.value();
        if (Modifier.isFinal(field.getModifiers())) {
            return refill(field, value);
        }
        StaticFields.set(field, value);
        return value;
    }

    /** A final collection or array stays the same object, since other initializers may have passed it on. */
    private static Object refill(Field field, Object value) throws ReflectiveOperationException {
        Object current = StaticFields.get(field);
        boolean sameClass = current != null && value != null && current.getClass() == value.getClass();
        if (current == value || sameClass && (isSame(current, value) || refillInPlace(current, value))) {
            return current;
        }
        StaticFields.set(field, value);
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

    /** Stands for a numbered object that could not be read or set. */
    private record Failed(String global) {}
}
